#pragma once

#include "app/engine/parts.h"
#include "app/engine/sheet.h"

namespace trivsel::engine {

/** Answer sheets: every tap in the draft at once, Gem, Fortryd, and the change that comes of it. */
class Sheets
{
public:
    /** Serialised answers of one sheet: what comes of it must fit into one change. */
    static constexpr std::size_t kSheetBytesMax = ChangeWriter::kPlainBytesMax - 1024;

    explicit Sheets(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<DraftSnapshot> begin(const PersonId &subject, const Who &who, const std::string &url,
                                              const PersonId &about);
    [[nodiscard]] Result<DraftSnapshot> get(const DraftId &id);
    /** Unfinished sheets of this person on that person's page. */
    [[nodiscard]] Result<std::vector<DraftSnapshot>> of(const PersonId &subject, const Who &who);

    [[nodiscard]] Status choose(const DraftId &id, const std::string &linkId, const std::string &code);
    [[nodiscard]] Status chooseNumber(const DraftId &id, const std::string &linkId, int number);
    [[nodiscard]] Status write(const DraftId &id, const std::string &linkId, const std::string &text);
    [[nodiscard]] Status skip(const DraftId &id, const std::string &linkId, wire::v1::Absent why);
    [[nodiscard]] Status clear(const DraftId &id, const std::string &linkId);
    [[nodiscard]] Status setStep(const DraftId &id, int step);
    [[nodiscard]] Status setReaders(const DraftId &id, StreamKind readers);
    [[nodiscard]] Status setWay(const DraftId &id, wire::v1::Way way);
    [[nodiscard]] Status sayNotToday(const DraftId &id);
    [[nodiscard]] Status discard(const DraftId &id);
    [[nodiscard]] Status send(const DraftId &id, std::optional<StreamKind> usual);
    [[nodiscard]] Status undoSend(const DraftId &id);

    /** Every sent sheet, or those about one person, becomes a change. One whose stream is not here any more
     * stays what it is. */
    [[nodiscard]] Status settle(const std::optional<PersonId> &subject = std::nullopt);

    /** The page is left: nothing of it stays in memory. */
    void forget() { m_open.clear(); }
    void forgetAbout(const PersonId &subject);

private:
    struct Open
    {
        Draft draft;
        bool stored = false; // an untouched sheet has no row yet
    };
    using Edit = std::function<Status(local::v1::Sheet &, const catalogue::Definition &)>;

    /** Where a new one of theirs lies. */
    [[nodiscard]] std::optional<StreamId> sealingStream(const PersonId &subject) const;
    [[nodiscard]] std::vector<StreamId> sealingStreams(const PersonId &subject) const;
    [[nodiscard]] Result<Draft> makeDraft(const PersonId &subject, const Who &who,
                                          const catalogue::Definition &definition,
                                          const PersonId &about) const;
    /** NotAllowed when its writer may not answer here now. */
    [[nodiscard]] Result<Open> load(const DraftId &id);
    [[nodiscard]] Result<Open> read(const DraftId &id);
    [[nodiscard]] Status checkReaders(const Draft &draft, StreamKind readers) const;
    [[nodiscard]] Status edit(const DraftId &id, const Edit &change);
    [[nodiscard]] Status store(Open open);
    /** Under which key it lies from now on. */
    void settleSeal(Draft &draft) const;
    [[nodiscard]] DraftSnapshot show(const Draft &draft) const;
    /** Who may read it as it stands: said on this sheet, or once for all of them. */
    [[nodiscard]] std::optional<StreamKind> readersOf(const Draft &draft) const;
    [[nodiscard]] std::optional<StreamKind> usualReaders(const DraftSnapshot &sheet,
                                                         const catalogue::Definition &definition) const;
    [[nodiscard]] Status settleOne(const Draft &draft);
    [[nodiscard]] Status noteInConversation(const Draft &draft, const Authorship &by);

    Parts &m;
    std::map<DraftId, Open> m_open;
};

} // namespace trivsel::engine
