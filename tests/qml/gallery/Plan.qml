pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.Components
import Trivsel.Theme

// Two voices side by side.
Rectangle {
    id: root

    width: Theme.viewWidth
    height: Theme.viewHeight
    color: Theme.color.ground

    TrTopBar { id: top; width: root.width; title: "Min trivselsplan"; hasRead: true; hasHide: true }
    TrScrollPage {
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: root.width
        TrTabs { Layout.fillWidth: true; labels: ["En god dag", "En halvdårlig dag", "En dårlig dag"]; current: 1 }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.form === Theme.Landscape && !Theme.type.large ? 2 : 1
            columnSpacing: 20
            rowSpacing: 12
            TrVoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                heading: "Mine egne ord"
                text: "”Jeg går ned i kælderen og maler. Så bliver der stille.”"
                signature: "Sagt af dig, skrevet af Ali. Venter på dit ja."
                TrButton { kind: TrButton.Main; tall: false; text: "Ja, det er mine ord"; iconName: "check" }
                Flow {
                    Layout.fillWidth: true
                    spacing: 8
                    TrChip { text: "sagt af Sofie"; iconName: "talk" }
                    TrChip { text: "venter på Sofies ja"; waiting: true }
                }
            }
            TrVoiceCard {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.fillHeight: true
                voice: TrVoiceCard.Staff
                heading: "Sådan ser personalet det"
                text: "Vi banker på én gang og siger, hvad klokken er. Vi foreslår en kort tur og spørger ikke igen."
                signature: "Skrevet af Ali, 6. oktober"
            }
        }
        TrCard {
            Layout.fillWidth: true
            spacing: 0
            TrListRow { Layout.fillWidth: true; first: true; text: "Sofie"; line: "Sådan går det · sidst 2. oktober" }
                TrListRow { Layout.fillWidth: true; text: "Birthe"; line: "Vores samarbejde · sidst 25. september" }
                TrDiffText {
                    Layout.fillWidth: true
                    parts: [{ text: "Jeg har brug for, at I banker på ", differs: false }, { text: "to gange", differs: true },
                            { text: " og venter. Kom ", differs: false }, { text: "kun én", differs: true }, { text: " ad gangen.", differs: false }]
                }
                TrCallRow { Layout.fillWidth: true; text: "Mette"; line: "12 34 56 78 · kl. 8–16" }
        }
    }
    TrBottomBar {
        id: bottom
        anchors.bottom: root.bottom
        width: root.width
        TrButton { tall: true; text: "Jeg ser det anderledes"; iconName: "reply" }
    }
}
