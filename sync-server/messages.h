#pragma once

#include "proto/base/error.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::server {

enum class Lang { Danish, English };
[[nodiscard]] std::optional<Lang> parseLang(std::string_view name); // "da", "en"

/** Everything the office reads. The words stand in messages.cpp, Danish first. */
enum class Text {
    // Errors: {0} is the file, directory or address it is about, {1} what the system said
    StoreBusy,
    ServerRunning,
    StoreCorrupt,
    StoreForeign,
    StoreTooNew,
    StoreFull,
    StoreReadOnly,
    HomeMissing,
    HomeExists,
    FileExists,
    StoreFailed,
    WrapKeyMissing,
    WrapKeyWrong,
    AddressInUse,
    AddressBad,
    ListenFailed,
    Unexpected,
    // Use
    UnknownCommand,
    UnknownOption,
    MissingOption,
    BadOption,
    ExtraArgument,
    BadName,
    BadKind,
    BadRole,
    BadPicture,
    BadTint,
    BadPhone,
    NoSuchPerson,
    SeveralPersons,
    NameTaken,
    SaveStopped,
    // Help
    HelpIntro,
    HelpCommands,
    HelpMore,
    HelpUsage,
    HelpOptions,
    AboutInit,
    AboutTabletAdd,
    AboutResidentAdd,
    AboutStaffAdd,
    AboutTeamSet,
    AboutHelpLineAdd,
    AboutServe,
    AboutStatus,
    AboutVerifyState,
    OptionData,
    OptionWrapKey,
    OptionLang,
    OptionJson,
    OptionHelp,
    OptionLog,
    OptionHomeName,
    OptionDemo,
    OptionName,
    OptionTabletKind,
    OptionAddress,
    OptionOut,
    OptionPicture,
    OptionTint,
    OptionRole,
    OptionResident,
    OptionChosen,
    OptionTeam,
    OptionLabel,
    OptionPhone,
    OptionNote,
    OptionListen,
    // Results
    HomeMade,
    SeedTitle,
    SeedAdvice,
    TabletMade,
    ResidentMade,
    StaffMade,
    TeamSet,
    HelpLineMade,
    Listening,
    Stopped,
    // Status
    StatusHome,
    StatusDemo,
    StatusPeople,
    StatusChanges,
    StatusTablets,
    StatusTablet,
    StatusNoTablets,
    KindShared,
    KindStaff,
    Blocked,
    NeverSeen,
    SeenAt,
    UpToDate,
    Behind,
    StatusWaiting,
    StatusNothingWaiting,
    StatusWaitingField,
    StatusNameless,
    StatusHeld,
    StatusSingleCopy,
    StatusNoBackup,
    Count // the number of texts, not a text
};

/** The text with {0}, {1} … filled in. */
[[nodiscard]] std::string say(Lang lang, Text text, std::initializer_list<std::string_view> values = {});

/** One clear sentence for an error about `subject`. */
[[nodiscard]] std::string sentence(Lang lang, const Error &error, std::string_view subject);

} // namespace trivsel::server
