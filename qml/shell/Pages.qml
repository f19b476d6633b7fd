import QtQuick
import Trivsel.App
import Trivsel.Screens

// Every page with its view-model, made when it is needed.
QtObject {
    id: root

    function of(page: int): Component {
        switch (page) {
        case Navigator.Problem: return root.problem
        case Navigator.Pairing: return root.pairing
        case Navigator.Start: return root.start
        case Navigator.Resident: return root.resident
        case Navigator.Themes: return root.themes
        case Navigator.About: return root.about
        case Navigator.Begin: return root.begin
        case Navigator.Question: return root.question
        case Navigator.Review: return root.review
        case Navigator.Thanks: return root.thanks
        case Navigator.OwnPage: return root.ownPage
        case Navigator.Pictures:
        case Navigator.Door: return root.pictures
        case Navigator.Ways: return root.ways
        case Navigator.Plan: return root.plan
        case Navigator.PlanList: return root.planList
        case Navigator.PlanGroup: return root.planGroup
        case Navigator.PlanEntry: return root.planEntry
        case Navigator.PlanChoice: return root.planChoice
        case Navigator.PlanOtherView: return root.planOtherView
        case Navigator.PlanPrint: return root.planPrint
        case Navigator.Write: return root.write
        case Navigator.Versions: return root.versions
        case Navigator.History: return root.history
        case Navigator.StaffChooser: return root.staffChooser
        case Navigator.StaffCode: return root.staffCode
        case Navigator.ChangeCode: return root.changeCode
        case Navigator.Safety: return root.safety
        case Navigator.Staff: return root.staff
        case Navigator.StaffResident: return root.staffResident
        case Navigator.StaffAnswers: return root.staffAnswers
        case Navigator.Trips: return root.trips
        case Navigator.Measure: return root.measure
        case Navigator.ResetPictures: return root.resetPictures
        case Navigator.Agreement: return root.agreement
        case Navigator.Conversation: return root.conversation
        case Navigator.Talk: return root.talk
        case Navigator.Reply: return root.reply
        case Navigator.Round: return root.round
        case Navigator.Rounds: return root.rounds
        case Navigator.Practice: return root.practice
        default: return null
        }
    }
    readonly property Component problem: Component {
        ProblemScreen { code: App.problem }
    }
    readonly property Component pairing: Component {
        PairingScreen {
            viewModel: App.pairing
            ownKeyboard: !App.hardwareKeyboard
        }
    }
    readonly property Component start: Component {
        StartScreen {
            viewModel: App.start
            sync: App.sync
            practice: App.practice
            onHelp: App.navigator.openHelp()
        }
    }
    readonly property Component resident: Component {
        ResidentScreen {
            viewModel: App.resident
            conversation: App.conversation
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component themes: Component {
        ThemesScreen {
            viewModel: App.resident
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component about: Component {
        AboutScreen {
            viewModel: App.about
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component begin: Component {
        BeginScreen {
            viewModel: App.begin
            formatters: App.formatters
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component question: Component {
        QuestionScreen {
            viewModel: App.question
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component review: Component {
        ReviewScreen {
            viewModel: App.review
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component thanks: Component {
        ThanksScreen {
            viewModel: App.thanks
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component ownPage: Component {
        OwnPageScreen {
            viewModel: App.ownPage
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component pictures: Component {
        PicturesScreen {
            viewModel: App.pictures
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component ways: Component {
        WaysScreen {
            viewModel: App.ways
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component resetPictures: Component {
        ResetPicturesScreen { viewModel: App.pictures; onLock: App.cover.goToStart() }
    }
    readonly property Component plan: Component {
        PlanScreen {
            viewModel: App.plan
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component planList: Component {
        PlanListScreen {
            viewModel: App.planList
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component planGroup: Component {
        PlanGroupScreen {
            viewModel: App.planGroup
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component planEntry: Component {
        PlanEntryScreen {
            viewModel: App.planEntry
            plan: App.plan
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component planChoice: Component {
        PlanChoiceScreen {
            viewModel: App.planChoice
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component planOtherView: Component {
        PlanOtherViewScreen {
            viewModel: App.planOtherView
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component planPrint: Component {
        PlanPrintScreen {
            viewModel: App.planPrint
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component write: Component {
        WriteScreen {
            viewModel: App.write
            ownKeyboard: !App.hardwareKeyboard
            forStaff: App.plan.forStaff
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component versions: Component {
        VersionsScreen {
            viewModel: App.versions
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component history: Component {
        HistoryScreen {
            viewModel: App.history
            forStaff: App.plan.forStaff
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
            onLock: App.cover.goToStart()
        }
    }
    readonly property Component staffChooser: Component {
        StaffChooserScreen { viewModel: App.staffChooser; signIn: App.signIn; onHelp: App.navigator.openHelp() }
    }
    readonly property Component staffCode: Component {
        StaffCodeScreen { viewModel: App.signIn; onHelp: App.navigator.openHelp() }
    }
    readonly property Component changeCode: Component {
        ChangeCodeScreen { viewModel: App.changeCode; onLock: App.cover.goToStart() }
    }
    readonly property Component safety: Component {
        SafetyScreen { viewModel: App.safety; onHelp: App.navigator.openHelp(); onLock: App.cover.goToStart() }
    }
    readonly property Component staff: Component {
        StaffScreen { viewModel: App.staff; sync: App.sync; trips: App.trips; measure: App.measure; rounds: App.rounds; practice: App.practice }
    }
    readonly property Component trips: Component {
        TripsScreen { viewModel: App.trips; sync: App.sync; onLock: App.cover.goToStart() }
    }
    readonly property Component measure: Component {
        MeasureScreen { viewModel: App.measure; onLock: App.cover.goToStart() }
    }
    readonly property Component staffResident: Component {
        StaffResidentScreen { viewModel: App.staffResident; conversation: App.conversation; onLock: App.cover.goToStart() }
    }
    readonly property Component staffAnswers: Component {
        StaffAnswersScreen { viewModel: App.staffAnswers; onLock: App.cover.goToStart() }
    }
    readonly property Component agreement: Component {
        AgreementScreen { viewModel: App.agreement; onLock: App.cover.goToStart() }
    }
    readonly property Component conversation: Component {
        ConversationScreen { viewModel: App.conversation; onLock: App.cover.goToStart() }
    }
    readonly property Component talk: Component {
        TalkScreen {
            viewModel: App.conversation
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component round: Component {
        RoundScreen {
            viewModel: App.round
            formatters: App.formatters
            onHelp: App.navigator.openHelp()
            onHide: App.cover.hide()
        }
    }
    readonly property Component rounds: Component {
        RoundsScreen { viewModel: App.rounds; onLock: App.cover.goToStart() }
    }
    readonly property Component practice: Component {
        PracticeScreen { viewModel: App.practice; onHelp: App.navigator.openHelp() }
    }
    readonly property Component reply: Component {
        ReplyScreen { viewModel: App.reply; onLock: App.cover.goToStart() }
    }
}
