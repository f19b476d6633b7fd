"""Inside a session bus of its own: starts the tablet and goes from the start page to a saved answer as a screen reader does. What it
hears is printed. Ends with 1 and a last line that says what was wrong. Run by screen_reader.py, with Debian's Python.
"""
import subprocess
import sys
import time

import pyatspi

SECONDS = 30
PRESSABLE = ("push button", "radio button")
SAID_ALOUD = PRESSABLE + ("heading", "label", "text", "entry", "page tab")
QUESTIONS = ("Hvordan har du det med dig selv?", "Hvordan går det med dem, du holder af?", "Hvordan går det ude blandt andre?",
             "Hvordan går det alt i alt?")
PICTURES = ("Båd", "Kop", "Hus")
WANTED = "Sådan vil jeg have det"
BY_PICTURES, BY_TAP = "Mit felt åbner med tre billeder eller et kort", "Mit felt åbner, når jeg trykker på det"
ANSWERS = ("Ret godt", "Meget svært", "Rigtig godt", "Midt imellem")


class Wrong(Exception):
    pass


class Reader:
    def __init__(self):
        self.presses = 0

    def nodes(self):
        """Everything of the tablet that shows, from the top."""
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.name == "trivsel":
                yield from self.below(application)

    def below(self, node):
        for child in node:
            if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
                yield child
                yield from self.below(child)

    def until(self, what, look, seconds=SECONDS):
        """Looks again until there is something: pages come when the disk has answered."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            try:
                found = look()
            except Exception:  # a page went away while it was read: pyatspi has many words for it
                found = None
            if found:
                return found
            time.sleep(0.05)
        raise Wrong(f"{what} never came; heard: {self.heard()}")

    def heard(self):
        try:
            return [f"{node.getRoleName()} {node.name}" for node in self.nodes() if node.name]
        except Exception as gone:
            return [str(gone)]

    def turn(self, name, title):
        """Presses what leads to the next page, once: no press of a reader's is held back, however quick."""
        self.press(name)
        self.page(title)

    def registry(self):
        """A program that starts before the registry is there is not heard by anybody."""
        self.until("the registry of the screen readers", lambda: pyatspi.Registry.getDesktop(0).childCount + 1)

    def page(self, title):
        """Waits for the page with this heading, reads it, and complains about what a person who listens would miss."""
        nodes = self.until(f"the page '{title}'", lambda: self.read(title))
        for role, name, by_keys in nodes:
            if role in SAID_ALOUD and not name.strip():
                raise Wrong(f"on '{title}' there is a {role} without a name")
            if role in PRESSABLE and not by_keys:
                raise Wrong(f"on '{title}' nobody gets to '{name}' by keys")
        print(f"  {title}: " + ", ".join(name for role, name, _ in nodes if role in PRESSABLE), flush=True)

    def read(self, title):
        """Role, name, and whether keys get there, of all that shows; nothing while another page shows."""
        nodes = [(n.getRoleName(), n.name, n.getState().contains(pyatspi.STATE_FOCUSABLE)) for n in self.nodes()]
        return nodes if any(role == "heading" and name == title for role, name, _ in nodes) else None

    def find(self, name, role):
        return next((n for n in self.nodes() if n.name == name and n.getRoleName() == role), None)

    def press(self, name, role="push button"):
        node = self.until(f"{role} '{name}'", lambda: self.find(name, role))
        self.presses += 1
        if not node.queryAction().doAction(0):
            raise Wrong(f"'{name}' can't be pressed")

    def choose(self, name):
        self.press(name, "radio button")
        self.until(f"that '{name}' is chosen",
                   lambda: self.find(name, "radio button").getState().contains(pyatspi.STATE_CHECKED))
        chosen = self.until("what is chosen", lambda: [n.name for n in self.nodes() if n.getState().contains(pyatspi.STATE_CHECKED)])
        if chosen != [name]:
            raise Wrong(f"chosen are {chosen}")


def story(reader, presses_max):
    reader.page("Hvem er du?")
    reader.turn("Sofie", "Hvad vil du?")
    print(f"  presses to one's own page: {reader.presses}", flush=True)
    if reader.presses != 1:
        raise Wrong(f"{reader.presses} presses to one's own page, not 1")
    reader.presses = 0
    reader.turn("Sådan går det", "Sådan går det")
    reader.turn("Begynd", QUESTIONS[0])
    for number, answer in enumerate(ANSWERS, 1):
        reader.until("how far one is", lambda at=number: reader.find(f"Spørgsmål {at} af {len(QUESTIONS)}", "label"))
        reader.choose(answer)
        reader.until("that it is kept", lambda: reader.find("Gemt her på tabletten", "label"))
        reader.turn("Næste", (*QUESTIONS, "Se dine svar igennem")[number])
    reader.choose("Mit team")
    reader.turn("Gem og vis til mit team", "Tak. Dit svar er gemt.")
    print(f"  presses from one's own page to a saved answer: {reader.presses}", flush=True)
    if reader.presses > presses_max:
        raise Wrong(f"{reader.presses} presses, more than {presses_max}")
    reader.turn("Luk", "Hvem er du?")
    own_tile(reader)


def own_tile(reader):
    """The tile is made to open by three pictures, is opened with them, and by a tap again."""
    def pick(then):
        for picture in PICTURES:
            reader.press(picture)
        reader.page(then)

    def ways():
        reader.turn(WANTED, WANTED)
        reader.turn("Mine tre billeder", "Mine tre billeder")

    reader.turn("Sofie", "Hvad vil du?")
    ways()
    reader.press(BY_PICTURES, "radio button")
    reader.page("Noget kun til dig")
    reader.turn("Vælg tre billeder", "Vælg tre billeder")
    pick("De samme tre igen")
    pick("Mine tre billeder")
    for title in (WANTED, "Hvad vil du?", "Hvem er du?"):
        reader.turn("Tilbage", title)
    reader.turn("Sofie", "Mine tre billeder")
    pick("Hvad vil du?")
    ways()
    reader.choose(BY_TAP)
    for title in (WANTED, "Hvad vil du?", "Hvem er du?"):
        reader.turn("Tilbage", title)
    reader.turn("Sofie", "Hvad vil du?")


def main():
    presses_max, *program = sys.argv[1:]
    reader = Reader()
    try:
        reader.registry()
    except Wrong as wrong:
        print(wrong)
        return 1
    tablet = subprocess.Popen(program, stderr=subprocess.DEVNULL)
    try:
        story(reader, int(presses_max))
    except Wrong as wrong:
        print(wrong)
        return 1
    finally:
        tablet.terminate()
        tablet.wait(20)
    return 0


if __name__ == "__main__":
    sys.exit(main())
