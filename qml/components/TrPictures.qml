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
        "kurv", "gulerod", "klokke", "sten", "vindue", "vandkande", "sol", "sky",
        "paere", "kirsebaer", "jordbaer", "ananas", "agern", "kloever", "korn", "palme", "fjer", "musling", "snefnug",
        "regnbue", "stjerne", "planet", "broed", "ost", "vaffelis", "kringle", "aeggebaeger", "gryde", "tepotte",
        "ske", "sofa", "seng", "baenk", "symaskine", "garn", "gave", "brev", "blyant", "globus", "hue", "vante",
        "troeje", "rygsaek", "kuffert", "hestesko", "trilleboer", "vejviser", "bil", "fly", "traktor",
        "loebehjul", "tromme", "trompet", "node", "palet", "klodser", "snurretop"]

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
        vindue: qsTr("Vindue"), vandkande: qsTr("Vandkande"), sol: qsTr("Sol"), sky: qsTr("Sky"),
        paere: qsTr("Pære"), kirsebaer: qsTr("Kirsebær"), jordbaer: qsTr("Jordbær"), ananas: qsTr("Ananas"),
        agern: qsTr("Agern"), kloever: qsTr("Kløver"), korn: qsTr("Korn"), palme: qsTr("Palme"), fjer: qsTr("Fjer"),
        musling: qsTr("Musling"), snefnug: qsTr("Snefnug"), regnbue: qsTr("Regnbue"), stjerne: qsTr("Stjerne"),
        planet: qsTr("Planet"), broed: qsTr("Brød"), ost: qsTr("Ost"), vaffelis: qsTr("Vaffelis"),
        kringle: qsTr("Kringle"), aeggebaeger: qsTr("Æggebæger"), gryde: qsTr("Gryde"), tepotte: qsTr("Tepotte"),
        ske: qsTr("Ske"), sofa: qsTr("Sofa"), seng: qsTr("Seng"), baenk: qsTr("Bænk"), symaskine: qsTr("Symaskine"),
        garn: qsTr("Garn"), gave: qsTr("Gave"), brev: qsTr("Brev"), blyant: qsTr("Blyant"), globus: qsTr("Globus"),
        hue: qsTr("Hue"), vante: qsTr("Vante"), troeje: qsTr("Trøje"), rygsaek: qsTr("Rygsæk"),
        kuffert: qsTr("Kuffert"), hestesko: qsTr("Hestesko"), trilleboer: qsTr("Trillebør"),
        vejviser: qsTr("Vejviser"), bil: qsTr("Bil"), fly: qsTr("Fly"), traktor: qsTr("Traktor"),
        loebehjul: qsTr("Løbehjul"), tromme: qsTr("Tromme"), trompet: qsTr("Trompet"), node: qsTr("Node"),
        palet: qsTr("Palet"), klodser: qsTr("Klodser"), snurretop: qsTr("Snurretop")
    })

    // The word of a picture; empty for a name we do not have.
    function word(name: string): string {
        return root.words[name] ?? ""
    }
}
