import Trivsel.Theme

// A line that wants to be read.
TrLine {
    iconName: "pages"
    iconColor: Theme.color.note
    color: Theme.color.noteFill
    border.width: Theme.border.normal
    border.color: Theme.color.note
}
