#!/usr/bin/env python3
"""The check of the QML sees what it is there to see."""
import pathlib
import tempfile
import unittest

import check_qml

CONTROL = """import QtQuick
import QtQuick.Controls.Basic
import Trivsel.Theme

AbstractButton {
    id: root
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    width: Theme.size.target
    height: 2 * Theme.size.target + 1
    opacity: root.down ? 0.5 : 1
}
"""


class CheckQml(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.directory.name)
        for folder in ("qml/theme", "qml/components", "qml/screens/start", "app/main"):
            (self.root / folder).mkdir(parents=True)

    def tearDown(self):
        self.directory.cleanup()

    def faults(self, text, name="qml/components/TrThing.qml"):
        (self.root / name).write_text(text, encoding="utf-8")
        return check_qml.check(self.root)

    def faults_of_line(self, line, name="qml/screens/start/Start.qml"):
        return self.faults("import QtQuick\nItem {\n    " + line + "\n}\n", name)

    def test_a_good_control_passes(self):
        self.assertEqual(self.faults(CONTROL), [])

    def test_an_empty_tree_is_a_fault(self):
        self.assertEqual(check_qml.check(self.root), ["no QML files found"])

    def test_what_a_line_may_not_hold(self):
        for line in ("guard: guard", 'color: "#ff0000"', 'color: "white"', "color: Qt.darker(Theme.color.text)", "font.pixelSize: 24", "font.pointSize: 12",
                     'font.family: "Arial"', "font.italic: true", "NumberAnimation { duration: 200 }", "Timer { interval: 500 }",
                     "width: 72", "anchors.margins: 12", "height: root.wide ? 72 : Theme.size.target", "Layout.topMargin: 8", "radius: 3.5",
                     "Rectangle { width: 4; height: 1 }", "border.width: 2", "implicitWidth: Theme.size.face + 12",
                     "onPressAndHold: go()", "SwipeView { }", "onDoubleClicked: go()", "ShaderEffect { }", "elide: Text.ElideRight"):
            self.assertTrue(self.faults_of_line(line), line)

    def test_what_a_line_may_hold(self):
        for line in ('color: "transparent"', "color: Theme.color.text", "font.pixelSize: Theme.type.body", "font.family: Theme.type.family",
                     "NumberAnimation { duration: Theme.motion.page }", "width: 2 * Theme.space.m", "height: parent.height / 2",
                     "x: 0", "y: 1", "width: parent.width * 0.5", "Layout.columnSpan: 2", "width: sizes[2]", "z: 10",
                     '// width: 72, color: "#fff"', "maximumLineCount: 3"):
            self.assertEqual(self.faults_of_line(line), [], line)

    def test_the_theme_may(self):
        self.assertEqual(self.faults_of_line('property color ground: "#f4efe6"', "qml/theme/LightColors.qml"), [])

    def test_imports(self):
        self.assertTrue(self.faults(CONTROL.replace("Controls.Basic", "Controls")))
        self.assertTrue(self.faults(CONTROL.replace("import QtQuick\n", "import QtQuick 2.15\n")))

    def test_a_control_without_role_or_name(self):
        for gone in ("    Accessible.role: Accessible.Button\n", "    Accessible.name: root.text\n"):
            self.assertEqual(len(self.faults(CONTROL.replace(gone, ""))), 1)
        self.assertEqual(self.faults("import QtQuick\nItem {\n    Accessible.ignored: true\n}\n"), [])
        self.assertEqual(self.faults("import QtQml\nQtObject {\n}\n"), [])

    def test_context_properties(self):
        self.faults(CONTROL)
        (self.root / "app/main/main.cpp").write_text('context->setContextProperty("a", a);', encoding="utf-8")
        self.assertEqual(len(check_qml.check(self.root)), 1)


if __name__ == "__main__":
    unittest.main()
