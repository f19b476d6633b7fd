#pragma once

#include "app/engine/parts.h"

namespace trivsel::engine {

/**
 * Plans: what stands in each field, what is being written, and how it is saved. Keeps the life of `seen`: an
 * edit names the heads that were shown when its form was opened, also days later; after an own save, that
 * save's dot.
 */
class Plans
{
public:
    explicit Plans(Parts &parts) : m(parts) {}

    [[nodiscard]] Result<PlanSnapshot> open(const PersonId &resident, const Who &viewer,
                                            const std::string &url);
    [[nodiscard]] Status beginField(const PersonId &resident, const Who &who, const std::string &url,
                                    const std::string &linkId);
    [[nodiscard]] Status edit(const PersonId &resident, const Who &who, const std::string &url,
                              const std::string &linkId, const std::string &text);
    [[nodiscard]] Result<int> leave(const PersonId &resident, const Who &who, const std::string &url);
    /** The stream is about to be taken off this tablet: what anybody typed in its plans becomes changes, as
     * if they had left the form. */
    [[nodiscard]] Status settleAll(const StreamId &stream);
    [[nodiscard]] Status discard(const PersonId &resident, const Who &who, const std::string &url);

    struct Decision
    {
        wire::v1::Resolution how{};
        std::optional<Dot> chosen;
        std::string text;
        std::vector<merge::Head> shownHeads;
    };
    [[nodiscard]] Status resolve(const PersonId &resident, const Who &who, const std::string &url,
                                 const std::string &linkId, const Decision &decision);
    [[nodiscard]] Result<std::vector<merge::Version>>
    history(const PersonId &resident, const Who &viewer, const std::string &url, const std::string &linkId);

    /** The resident's page is left: nothing of it stays in memory. */
    void forget() { m_forms.clear(); }
    void forgetAbout(const PersonId &subject)
    {
        std::erase_if(m_forms, [&subject](const auto &each) { return each.first.resident == subject; });
    }

private:
    /** Whose plan, in whose hands. */
    struct FormKey
    {
        PersonId resident;
        Who who;
        std::string url;
        auto operator<=>(const FormKey &) const = default;
    };
    /** What stood in a field when its form was opened. */
    struct ShownField
    {
        std::vector<merge::Head> heads;
        std::string text;
        bool several = false; // versions that only a resolution may settle
        bool readOnly = false;
    };
    struct Form
    {
        catalogue::DefinitionPtr definition;
        StreamId stream;
        EntityId entity;
        std::map<std::string, ShownField> shown; // empty until it was opened
        std::map<std::string, ShownField> begun; // as it stood when its writing page was opened
        std::map<std::string, Draft> drafts;     // as on disk
    };
    struct Save
    {
        Draft draft;
        DefinedOp op;
        Authorship by;
    };

    /** The form in memory, with its drafts read. Checks that the viewer may read the plan. */
    [[nodiscard]] Result<Form *> formOf(const FormKey &key);
    /** The same without asking who reads: for what they have typed already. */
    [[nodiscard]] Result<Form *> formAt(const FormKey &key);
    [[nodiscard]] Result<int> saveDrafts(const FormKey &key, Form &form);
    [[nodiscard]] Status readDrafts(const FormKey &key, Form &form);
    [[nodiscard]] Status beginDraft(const FormKey &key, const Form &form, const catalogue::Item &item,
                                    Draft &draft) const;
    [[nodiscard]] StreamId sealingStream(const FormKey &key, const StreamId &plan) const;
    /** What the draft would write; nullopt when it says what stands there already. */
    [[nodiscard]] std::optional<Save> saveOf(const FormKey &key, const Form &form, const Draft &draft,
                                             const merge::RegisterView &now) const;
    [[nodiscard]] Result<std::vector<merge::Head>> writeSaves(const Form &form,
                                                              const std::vector<Save> &saves);
    [[nodiscard]] Status publishDefinitions(const std::vector<Save> &saves);
    [[nodiscard]] Result<DefinedOp> resolutionOf(const Form &form, const catalogue::Item &item,
                                                 const Decision &decision);

    Parts &m;
    std::map<FormKey, Form> m_forms;
};

/** The words that stand in a field as its form opens; empty when several versions stand there. */
[[nodiscard]] std::string standingText(const merge::RegisterView &view);
/** Versions that a plain edit must not sweep together. */
[[nodiscard]] bool hasSeveral(const merge::RegisterView &view);

} // namespace trivsel::engine
