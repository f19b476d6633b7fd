import Trivsel.Theme

// Says something quietly, in its place on the page; never a pop-up.
TrLine {
    color: Theme.color.sunk
    border.width: Theme.border.hair
    border.color: Theme.color.line
}
