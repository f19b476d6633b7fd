"""What is the same around every story that is told with real processes: the build, a folder that is thrown away, one line at the end."""
import argparse
import pathlib
import tempfile

from processes import Fault


def tell(name, doc, make, run=None, options=None, where=None):
    """`make(arguments, folder)` gives the story; `run` tells it (else its run()), and its stop(), if it has one, is called in any case.
    `options(parser)` adds to --build; `where` is the folder's folder. Prints "NAME: ok", or what differed; returns the exit code."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--build", required=True, type=lambda text: pathlib.Path(text).resolve())
    if options:
        options(parser)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trivsel-", dir=where) as folder:
        story = None
        try:
            story = make(arguments, pathlib.Path(folder))
            (run or type(story).run)(story)
        except Fault as fault:
            print(f"{name}: FAILED: {fault}")
            return 1
        finally:
            if hasattr(story, "stop"):
                story.stop()
    print(f"{name}: ok")
    return 0
