pragma Singleton
import QtQml

// The pictures we have: twelve for *Mine tre billeder*, the others for start tiles; never one in both. The order is
// fixed, since people learn places.
QtObject {
    id: root

    readonly property list<string> keyNames: ["baad", "trae", "kop", "cykel", "paraply", "aeble",
        "hus", "lampe", "stol", "blad", "maane", "bog"]
    readonly property list<string> tileNames: ["fyrtaarn", "drage", "tulipan", "boelger", "svamp", "bjerge",
        "anker", "guitar", "kaktus", "gran", "bro", "moelle", "tog", "ballon", "telt", "hat", "stoevle",
        "kurv", "gulerod", "klokke", "sten", "vindue", "vandkande", "sol", "sky"]

    readonly property var words: ({
        //: Names of pictures, one plain word each.
        baad: qsTr("Båd"), trae: qsTr("Træ"), kop: qsTr("Kop"), cykel: qsTr("Cykel"), paraply: qsTr("Paraply"),
        aeble: qsTr("Æble"), hus: qsTr("Hus"), lampe: qsTr("Lampe"), stol: qsTr("Stol"), blad: qsTr("Blad"),
        maane: qsTr("Måne"), bog: qsTr("Bog"),
        fyrtaarn: qsTr("Fyrtårn"), drage: qsTr("Drage"), tulipan: qsTr("Tulipan"), boelger: qsTr("Bølger"),
        svamp: qsTr("Svamp"), bjerge: qsTr("Bjerge"), anker: qsTr("Anker"), guitar: qsTr("Guitar"),
        kaktus: qsTr("Kaktus"), gran: qsTr("Grantræ"), bro: qsTr("Bro"), moelle: qsTr("Mølle"), tog: qsTr("Tog"),
        ballon: qsTr("Ballon"), telt: qsTr("Telt"), hat: qsTr("Hat"), stoevle: qsTr("Støvle"),
        kurv: qsTr("Kurv"), gulerod: qsTr("Gulerod"), klokke: qsTr("Klokke"), sten: qsTr("Sten"),
        vindue: qsTr("Vindue"), vandkande: qsTr("Vandkande"), sol: qsTr("Sol"), sky: qsTr("Sky")
    })

    // The word of a picture; empty for a name we do not have.
    function word(name: string): string {
        return root.words[name] ?? ""
    }
}
