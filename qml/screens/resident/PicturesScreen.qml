pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Trivsel.App
import Trivsel.Components
import Trivsel.Theme

// *Kun mig*, behind three pictures: choosing them, opening with them, changing them. A picture shows that it is pressed, and a
// place that it is filled; which ones they were is never shown.
PageFrame {
    id: root

    required property PicturesViewModel viewModel

    readonly property int step: root.viewModel.step
    readonly property bool opened: root.step === PicturesViewModel.Opened
    readonly property bool sideBySide: root.twoColumns && root.viewModel.picking
    readonly property int perRow: Theme.form === Theme.Landscape ? 4 : Theme.cramped ? 2 : 3
    // Said outright, also beside the buttons that move the page when letters are large: else text and buttons chase each other.
    readonly property real room: Theme.type.large && Theme.form === Theme.Landscape ? root.contentWidth * 0.72 : root.contentWidth
    readonly property real keysWidth: root.sideBySide ? root.contentWidth * 0.55 : root.room
    readonly property real wordsWidth: root.sideBySide ? root.contentWidth - root.keysWidth - Theme.space.xl
                                                       : Math.min(root.room, Theme.size.readable)

    title: root.viewModel.atDoor ? root.viewModel.name
           //: Title of the page about what only the resident can read.
           : qsTr("Kun mig")
    onBack: root.viewModel.back()

    AskAgain {
        anchors.centerIn: parent
        width: Math.min(root.contentWidth, Theme.size.readable)
        visible: root.step === PicturesViewModel.AskOff
        question: root.viewModel.tile
                  //: The three pictures, or a card, open the tile, too.
                  ? qsTr("Det, du har gemt, bliver her. Dit felt åbner så, når nogen trykker på det. Vil du slå kun mig fra?")
                  : qsTr("Det, du har gemt, bliver her. Vil du slå kun mig fra?")
        yes: qsTr("Ja, slå det fra")
        no: qsTr("Nej, behold det")
        onAgreed: root.viewModel.turnOff()
        onRefused: root.viewModel.keepOn()
    }
    TrScrollPage {
        anchors.fill: parent
        visible: root.step !== PicturesViewModel.AskOff
        name: heading.text

        GridLayout {
            Layout.fillWidth: true
            columns: root.sideBySide ? 2 : 1
            columnSpacing: Theme.space.xl
            rowSpacing: Theme.space.l

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: root.wordsWidth
                Layout.maximumWidth: root.wordsWidth
                spacing: Theme.space.m

                TrText {
                    id: heading

                    Layout.preferredWidth: root.wordsWidth
                    kind: TrText.Title
                    text: PicturesSentences.title(root.step, root.viewModel.tabletName)
                }
                TrText {
                    Layout.preferredWidth: root.wordsWidth
                    visible: text !== "" && !(root.viewModel.picking && Theme.type.large) // there the pictures need the room
                    kind: TrText.Lead
                    text: root.viewModel.atDoor ? PicturesSentences.leadAtDoor(root.step) : PicturesSentences.lead(root.step)
                }
                RowLayout {
                    Layout.topMargin: Theme.space.s
                    visible: root.viewModel.picking
                    spacing: Theme.space.betweenButtons

                    Repeater {
                        model: 3

                        TrSlot {
                            required property int index

                            number: index + 1
                            full: root.viewModel.note === PicturesViewModel.Checking || index < root.viewModel.picked
                        }
                    }
                }
                // Its place is kept while pictures are picked, so that nothing jumps.
                TrText {
                    Layout.preferredWidth: root.wordsWidth
                    Layout.minimumHeight: !root.viewModel.picking ? 0 : Theme.type.large ? lineHeight : 2 * lineHeight
                    visible: text !== "" || root.viewModel.picking
                    kind: TrText.Heading
                    bold: false
                    text: PicturesSentences.note(root.viewModel.note, root.viewModel.problem)
                    Accessible.role: Accessible.AlertMessage
                }
                Repeater {
                    model: root.step === PicturesViewModel.Tablets ? root.viewModel.tablets : null

                    TabletAnswer {
                        required property int index

                        Layout.preferredWidth: root.wordsWidth
                        onSaid: yes => root.viewModel.setTablet(index, yes)
                    }
                }
                TrCalmLine {
                    Layout.preferredWidth: root.wordsWidth
                    visible: root.opened && root.viewModel.triedBefore > 0
                    iconName: "info"
                    //: %n: how often somebody picked wrong pictures on this tablet.
                    text: root.viewModel.byCard ? qsTr("Nogen prøvede at åbne %n gang(e).", "", root.viewModel.triedBefore)
                                                : qsTr("Nogen prøvede andre billeder %n gang(e).", "", root.viewModel.triedBefore)
                }
                TrCalmLine {
                    Layout.preferredWidth: root.wordsWidth
                    visible: root.opened && root.viewModel.earlierSealed && !root.viewModel.otherPictures
                    iconName: "lock"
                    //: After new pictures, or a card, were chosen: what was saved before stays closed.
                    text: qsTr("Det, du gemte, før du valgte nye billeder eller et nyt kort, kan ikke åbnes her. Kontoret kan give dig det tilbage, hvis de har gendannelsesordene.")
                }
                TrCalmLine {
                    Layout.preferredWidth: root.wordsWidth
                    visible: root.opened && root.viewModel.otherPictures
                    iconName: "lock"
                    //: Pictures, or cards, were chosen on two tablets that had no contact.
                    text: qsTr("Du har også valgt andre billeder eller et andet kort på en anden tablet. Noget af det, du har gemt, kan kun åbnes med dem.")
                }
                TrCalmLine {
                    Layout.preferredWidth: root.wordsWidth
                    visible: root.opened || root.step === PicturesViewModel.Intro
                    iconName: "talk"
                    text: qsTr("De kan se, at du har svaret, men ikke hvad. Så ingen kommer, hvis du ikke selv siger til. En domstol kan kræve det åbnet.")
                }
            }
            // Left out while no pictures are taken; their place stays.
            Item {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: root.keysWidth
                visible: root.viewModel.picking
                implicitHeight: keys.implicitHeight

                GridLayout {
                    id: keys

                    width: parent.width
                    visible: !root.viewModel.resting
                    columns: root.perRow
                    columnSpacing: Theme.space.betweenButtons
                    rowSpacing: Theme.space.betweenButtons

                    Repeater {
                        model: TrPictures.keyNames

                        TrPictureKey {
                            required property string modelData

                            Layout.fillWidth: true
                            Layout.preferredWidth: 1 // all as wide
                            picture: modelData
                            onClicked: root.viewModel.pick(modelData)
                        }
                    }
                }
            }
        }
    }

    actions: [
        TrButton {
            visible: root.step === PicturesViewModel.Choose && root.viewModel.picked === 0
            kind: TrButton.Quiet
            //: A card or a key tag that a reader reads, in place of three pictures.
            text: qsTr("Brug et kort i stedet")
            iconName: "card"
            onClicked: root.viewModel.chooseCard()
        },
        TrButton {
            visible: root.viewModel.picking && root.viewModel.picked > 0
            kind: TrButton.Quiet
            //: Takes the last picture back.
            text: qsTr("Et billede tilbage")
            iconName: "erase"
            onClicked: root.viewModel.undo()
        },
        TrButton {
            visible: root.step === PicturesViewModel.Forgotten
            tall: true
            //: After a reset: the pictures came back to mind; or the old card is there.
            text: PicturesSentences.hasCardAlone ? qsTr("Jeg har mit gamle kort") : qsTr("Jeg husker mine gamle")
            onClicked: root.viewModel.remember()
        },
        TrButton {
            visible: root.step === PicturesViewModel.Forgotten
            tall: true
            text: qsTr("Vælg tre nye")
            onClicked: root.viewModel.choose()
        },
        TrButton {
            visible: root.step === PicturesViewModel.Intro || root.step === PicturesViewModel.Forgotten
            tall: root.step === PicturesViewModel.Forgotten
            //: A card or a key tag that a reader reads, in place of three pictures.
            text: qsTr("Brug et kort")
            iconName: "card"
            onClicked: root.viewModel.chooseCard()
        },
        TrButton {
            visible: root.step === PicturesViewModel.Intro
            kind: TrButton.Main
            text: qsTr("Vælg tre billeder")
            onClicked: root.viewModel.choose()
        },
        TrButton {
            visible: root.step === PicturesViewModel.AskTablet
            kind: TrButton.Quiet
            //: Asked again the next time.
            text: qsTr("Ikke nu")
            onClicked: root.viewModel.notNow()
        },
        TrButton {
            visible: root.step === PicturesViewModel.AskTablet
            tall: true
            leastWidth: Theme.size.stepWidth
            text: qsTr("Nej")
            onClicked: root.viewModel.answerTablet(false)
        },
        TrButton {
            visible: root.step === PicturesViewModel.AskTablet
            tall: true
            leastWidth: Theme.size.stepWidth
            text: qsTr("Ja")
            onClicked: root.viewModel.answerTablet(true)
        },
        TrButton {
            visible: root.step === PicturesViewModel.Tablets
            tall: true
            leastWidth: Theme.size.stepWidth
            text: qsTr("Færdig")
            onClicked: root.viewModel.back()
        },
        TrButton {
            visible: root.opened && root.viewModel.hasTablets
            kind: TrButton.Quiet
            //: Which other tablets may open what only the resident can read.
            text: qsTr("Andre tabletter")
            onClicked: root.viewModel.showTablets()
        },
        TrButton {
            visible: root.opened && root.viewModel.otherPictures
            //: Opens with the pictures, or the card, of another tablet.
            text: qsTr("Åbn med de andre")
            onClicked: root.viewModel.openOthers()
        },
        TrButton {
            visible: root.opened
            kind: TrButton.Quiet
            //: *Kun mig* is not wanted any more; asks first.
            text: qsTr("Slå fra")
            onClicked: root.viewModel.askOff()
        },
        TrButton {
            visible: root.opened && !root.viewModel.otherPictures
            kind: TrButton.Quiet
            //: Other pictures, or a card, for the same.
            text: root.viewModel.byCard ? qsTr("Skift kort eller billeder") : qsTr("Skift billeder")
            onClicked: root.viewModel.change()
        },
        TrButton {
            visible: root.opened && !root.viewModel.tile // one way in: it closes when they go
            tall: true
            //: What only the resident can read is closed again.
            text: qsTr("Luk kun mig")
            iconName: "lock"
            onClicked: root.viewModel.close()
        }
    ]
}
