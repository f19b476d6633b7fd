"""Reads the Danish words out of the catalogue's Questionnaires, for the tests of our wording."""
import json
import pathlib

BASE = "https://trivsel.example/fhir/StructureDefinition/"
SHORT_TEXT = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
# Extensions whose valueString is shown to a person or spoken. A citation (source) is neither.
SHOWN = {BASE + name for name in ("short-title", "intro", "outro", "answers-aloud", "dont-know", "not-applicable",
                                  "short-text", "text-everyone")} | {SHORT_TEXT}

EVERYBODY, STAFF = "everybody", "staff"


def load(directory):
    """[(file name, Questionnaire)], by name; also those below, which are not offered yet."""
    return [(str(path.relative_to(directory)), json.loads(path.read_text(encoding="utf-8")))
            for path in sorted(pathlib.Path(directory).rglob("*.json"))]


def extension(element, name):
    """The value of one of our own extensions, or None."""
    for one in element.get("extension", []):
        if one.get("url") == BASE + name:
            return next((value for key, value in one.items() if key.startswith("value")), None)
    return None


def _extensions(element, pointer):
    for number, one in enumerate(element.get("extension", [])):
        here = f"{pointer}/extension/{number}"
        if one.get("url") in SHOWN:
            yield here + "/valueString", one["valueString"], EVERYBODY
        if one.get("url") == BASE + "suggestions":
            for part_number, part in enumerate(one.get("extension", [])):
                yield f"{here}/extension/{part_number}/valueString", part["valueString"], EVERYBODY
        if one.get("url") == BASE + "pair":
            for part_number, part in enumerate(one.get("extension", [])):
                if part.get("url") == "note":
                    yield f"{here}/extension/{part_number}/valueString", part["valueString"], STAFF


def _items(items, pointer):
    for number, item in enumerate(items):
        here = f"{pointer}/{number}"
        yield here + "/text", item["text"], EVERYBODY
        yield from _extensions(item, here)
        for option_number, option in enumerate(item.get("answerOption", [])):
            coding = option["valueCoding"]
            yield f"{here}/answerOption/{option_number}/valueCoding/display", coding["display"], EVERYBODY
            yield from _extensions(option, f"{here}/answerOption/{option_number}")
        yield from _items(item.get("item", []), here + "/item")


def texts(questionnaire):
    """(JSON pointer, Danish text, reader) of everything that is read or heard; STAFF = about the form, not in it."""
    yield "/title", questionnaire["title"], EVERYBODY
    if "description" in questionnaire:
        yield "/description", questionnaire["description"], STAFF
    yield from _extensions(questionnaire, "")
    yield from _items(questionnaire.get("item", []), "/item")
