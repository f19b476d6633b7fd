pragma Singleton
import QtQuick

// Everything that gives Trivsel its look. The shell writes the five settings below; everybody else reads.
QtObject {
    id: root

    enum Scheme { Light, Dark, Contrast }
    enum Form { Landscape, Portrait, Phone }

    // Settings -----------------------------------------------------------------------------------
    property int scheme: Theme.Light
    property bool reducedMotion: false
    property real typeScale: 1
    // Pixels per millimetre measured with a bank card; 0 when nobody has measured.
    property real calibration: 0
    // Pixels per millimetre as the screen tells it (Screen.pixelDensity); 0 when it does not.
    property real screenDensity: 0
    // The size of the window in device-independent pixels.
    property real viewWidth: 1280
    property real viewHeight: 800

    // Tokens -------------------------------------------------------------------------------------
    readonly property ThemeColors light: LightColors {}
    readonly property ThemeColors dark: DarkColors {}
    readonly property ThemeColors contrast: ContrastColors {}
    readonly property ThemeColors color: root.scheme === Theme.Contrast ? root.contrast
                                         : root.scheme === Theme.Dark ? root.dark : root.light
    readonly property ThemeSpace space: ThemeSpace {}
    readonly property ThemeRadius radius: ThemeRadius {}
    readonly property ThemeBorder border: ThemeBorder { strong: root.scheme === Theme.Contrast }
    readonly property ThemeMotion motion: ThemeMotion { reduced: root.reducedMotion }
    readonly property ThemeType type: ThemeType {
        scale: root.typeScale
        portrait: root.form === Theme.Portrait
        phone: root.form === Theme.Phone
    }
    readonly property ThemeSize size: ThemeSize {
        pxPerMm: root.pxPerMm
        letterScale: root.type.factor
        portrait: root.form === Theme.Portrait
        phone: root.form === Theme.Phone
    }

    // A phone is a window whose short side is under 600 px.
    readonly property int form: Math.min(root.viewWidth, root.viewHeight) < 600 ? Theme.Phone
                                : root.viewWidth < root.viewHeight ? Theme.Portrait : Theme.Landscape

    // Large letters on a phone: drawings and ornaments give their room to the words.
    readonly property bool cramped: root.form === Theme.Phone && root.type.large

    // Believed between 60 and 400 dots per inch; a screen that lies is taken for 160.
    readonly property real pxPerMm: root.credible(root.calibration) ? root.calibration
                                    : root.credible(root.screenDensity) ? root.screenDensity : 160 / 25.4

    function credible(density: real): bool {
        return density * 25.4 >= 60 && density * 25.4 <= 400
    }

    // A length in millimetres as pixels on this screen.
    function mm(length: real): real {
        return length * root.pxPerMm
    }
}
