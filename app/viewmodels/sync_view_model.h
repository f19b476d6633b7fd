#pragma once

#include "app/viewmodels/context.h"

namespace trivsel::app {

/** The calm line: what is saved here, what is at the office, and since when. The sentences are QML's. */
class SyncViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sync")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString lastContact READ lastContact NOTIFY changed FINAL)
    Q_PROPERTY(int held READ held NOTIFY changed FINAL)
    Q_PROPERTY(bool working READ working NOTIFY changed FINAL)
    Q_PROPERTY(bool needsPerson READ needsPerson NOTIFY changed FINAL)

public:
    enum class State {
        Unknown,     // not asked yet
        NeverMet,    // the tablet has not spoken with the office
        Saved,       // all is here and at the office
        OnlyHere,    // saved here, sent when there is net
        OneCopy,     // here and at the office, where it stands on one disk only
        Away,        // the office does not answer; nothing waits here
        Working,     // Henter …
        WrongServer, // pin
        WrongHome,
        WrongTablet,
        NewerServer, // speaks a version that this program does not
        Blocked,
        Expired, // long away: may hand in, and gets nothing new until the office says yes
        Refused, // any other reason
        GivenUp, // some could not be sent at all: kept here for a rescue file
        Held,    // some waits at the office for a person
        Copied,  // a restored or cloned tablet
        DiskFull,
    };
    Q_ENUM(State)

    explicit SyncViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] QString lastContact() const { return m.format.moment(m_sync.lastContactMs); }
    [[nodiscard]] int held() const { return static_cast<int>(m_sync.heldAtOffice); }
    [[nodiscard]] bool working() const;
    /** A person must do something: shown as a note, not as a quiet line. */
    [[nodiscard]] bool needsPerson() const;
    /** The office had everything here removed. */
    [[nodiscard]] bool emptied() const { return m_sync.emptied; }
    [[nodiscard]] bool fileLeft() const { return m_sync.fileLeft; }

    void read();
    /** "Hent og send nu" */
    Q_INVOKABLE void syncNow() { m.core.syncNow(); }

Q_SIGNALS:
    void changed();

private:
    Context m;
    engine::SyncSnapshot m_sync;
    bool m_known = false;
};

/** What the line says for this; the most important thing first. */
[[nodiscard]] SyncViewModel::State syncStateOf(const engine::SyncSnapshot &sync);

} // namespace trivsel::app
