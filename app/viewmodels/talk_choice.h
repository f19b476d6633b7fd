#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

class WriteViewModel;

/** about (TalkChoice.About), name (of the person, or what the method is called), chosen */
class TopicModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit TopicModel(QObject *parent = nullptr) : ListModel({"about", "name", "chosen"}, parent) {}
};

/** About whom or what, and of which time: the part that the page of the agreement and that of a samtale
 * share. */
class TalkChoice : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")
    Q_PROPERTY(trivsel::app::TopicModel *topics READ topics CONSTANT FINAL)
    Q_PROPERTY(Period period READ period NOTIFY changed FINAL)

public:
    enum class About { Unset, Person, Team, Method };
    Q_ENUM(About)
    enum class Period { Unset, SinceLast, Week, TwoWeeks, Month };
    Q_ENUM(Period)

    TalkChoice(const Context &context, WriteViewModel &writer, QObject *parent = nullptr);

    /** What stands on the page from now on. */
    void show(const domain::TalkTopic &topic, domain::TalkPeriod period);
    /** A tap: what is to be kept, or shown. */
    std::function<void(const domain::TalkTopic &, domain::TalkPeriod)> onPicked;
    /** Writes a method's name down with every key; empty: nothing is kept before the page is left. */
    std::function<std::function<Status(engine::Engine &, const std::string &)>()> keeping;

    [[nodiscard]] TopicModel *topics() { return &m_topics; }
    [[nodiscard]] Period period() const { return static_cast<Period>(m_period); }

    /** `title` stands over the page on which a method gets its name. */
    Q_INVOKABLE void chooseTopic(int row, const QString &title);
    Q_INVOKABLE void choosePeriod(trivsel::app::TalkChoice::Period period);

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] std::vector<engine::StaffMember> people() const;

    Context m;
    WriteViewModel &m_writer;
    TopicModel m_topics;
    std::vector<domain::TalkTopic> m_rows;
    domain::TalkTopic m_topic;
    domain::TalkPeriod m_period{};
};

/** The team, then those who are chosen, then the rest of the staff; nobody twice. */
[[nodiscard]] std::vector<engine::StaffMember> staffNearest(const Session &session);

} // namespace trivsel::app
