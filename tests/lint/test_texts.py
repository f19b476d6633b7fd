#!/usr/bin/env python3
"""The checks of our wording see what they are there to see."""
import json
import pathlib
import tempfile
import unittest

import catalogue_texts
import lix
import shingles


class Lix(unittest.TestCase):
    def test_counts_words_sentences_and_long_words(self):
        self.assertAlmostEqual(lix.lix(["Jeg bor her. Det er godt."]), 3.0)
        self.assertAlmostEqual(lix.lix(["Behandlingsplan og medarbejder"]), 3 + 100 * 2 / 3)

    def test_six_letters_are_short_and_seven_long(self):
        self.assertAlmostEqual(lix.lix(["medici"]), 1.0)
        self.assertAlmostEqual(lix.lix(["medicin"]), 101.0)

    def test_each_text_is_a_sentence_of_its_own(self):
        self.assertAlmostEqual(lix.lix(["en to", "tre fire"]), 2.0)

    def test_nothing_is_easy(self):
        self.assertEqual(lix.lix([]), 0.0)

    def test_residents_do_not_read_the_description(self):
        form = {"title": "Titel", "description": "Beskrivelse.", "item": [],
                "extension": [{"url": catalogue_texts.BASE + "audience", "valueCode": "resident"}]}
        self.assertEqual(lix.readers_texts(form), (True, {"Titel": "/title"}))
        form["extension"][0]["valueCode"] = "staff"
        self.assertIn("Beskrivelse.", lix.readers_texts(form)[1])


class Shingles(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.directory.name)
        (self.root / "documents").mkdir()
        (self.root / "documents/a.txt").write_text("Den gamle hest gik roligt hen over med-\narbejderens mark.12 Så kom "
                                                   "der en recovery-\norienteret and. 1 2 3 4 5", encoding="utf-8")
        shingles.make(self.root / "documents", self.root / "prints.bin")
        self.prints = shingles.Fingerprint(self.root / "prints.bin")

    def tearDown(self):
        self.directory.cleanup()

    def hits(self, text):
        return list(self.prints.hits(text))

    def test_five_words_are_seen_and_four_are_not(self):
        self.assertEqual(self.hits("… DEN gamle, hest: gik roligt?"), ["den gamle hest gik roligt"])
        self.assertEqual(self.hits("Den gamle hest gik stille"), [])

    def test_broken_words_are_seen_both_ways(self):
        self.assertTrue(self.hits("gik roligt hen over medarbejderens"))
        self.assertTrue(self.hits("der en recovery-orienteret and"))
        self.assertTrue(self.hits("kom der en recoveryorienteret and"))

    def test_a_footnote_mark_hides_nothing(self):
        self.assertTrue(self.hits("over medarbejderens mark så kom"))

    def test_a_row_of_numbers_is_nobodys_sentence(self):
        self.assertEqual(self.hits("1 2 3 4 5"), [])

    def test_the_fingerprint_holds_no_words(self):
        self.assertNotIn(b"hest", (self.root / "prints.bin").read_bytes())

    def test_reads_suggestions_and_what_is_not_offered_yet(self):
        (self.root / "assets/catalogue/not-offered").mkdir(parents=True)
        parts = [{"url": "suggestion", "valueString": text} for text in ("En and", "Den gamle hest gik roligt")]
        item = {"text": "Hvad?", "extension": [{"url": catalogue_texts.BASE + "suggestions", "extension": parts}]}
        (self.root / "assets/catalogue/not-offered/a.json").write_text(json.dumps({"title": "Titel", "item": [item]}),
                                                                       encoding="utf-8")
        self.assertEqual(self.check(), 1)
        parts.pop()
        (self.root / "assets/catalogue/not-offered/a.json").write_text(json.dumps({"title": "Titel", "item": [item]}),
                                                                       encoding="utf-8")
        self.assertEqual(self.check(), 0)

    def check(self):
        return shingles.check(self.root / "prints.bin", self.root)

    def test_reads_strings_of_the_program(self):
        (self.root / "qml").mkdir()
        (self.root / "qml/A.qml").write_text('Text { text: qsTr("Den gamle "\n + "x") }', encoding="utf-8")
        self.assertEqual(self.check(), 0)
        (self.root / "qml/A.qml").write_text('Text { text: qsTr("Den gamle "\n    "hest gik \\"roligt\\"") }',
                                             encoding="utf-8")
        self.assertEqual(self.check(), 1)

    def test_reads_the_texts_of_the_program(self):
        (self.root / "app").mkdir()
        (self.root / "app/a.json").write_text('{"mig": ["Den gamle hest", "gik roligt"]}', encoding="utf-8")
        self.assertEqual(self.check(), 0)
        (self.root / "app/a.json").write_text('{"mig": ["Den gamle hest gik roligt."]}', encoding="utf-8")
        self.assertEqual(self.check(), 1)

    def test_reads_translations(self):
        (self.root / "assets").mkdir()
        (self.root / "assets/a.ts").write_text("<TS><message><source>Den gamle hest gik roligt</source></message></TS>",
                                               encoding="utf-8")
        self.assertEqual(self.check(), 1)

    def test_nothing_to_check_is_a_fault(self):
        self.assertEqual(self.check(), 1)


if __name__ == "__main__":
    unittest.main()
