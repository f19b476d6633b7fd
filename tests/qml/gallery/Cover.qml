import Trivsel.Components
import Trivsel.Theme

TrCover {
    width: Theme.viewWidth
    height: Theme.viewHeight
    picture: "fyrtaarn"
}
