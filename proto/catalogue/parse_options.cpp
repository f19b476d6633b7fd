#include "proto/catalogue/parse.h"

#include "proto/base/limits.h"

#include <cmath>
#include <set>

namespace trivsel::catalogue {

namespace {

/** -1 when there is no weight; a fault when it is no tenth from 0 to 10. */
int parseWeight(const Node &option, const Extensions &onOption, const Extensions &onCoding)
{
    const Extensions &holder = onOption.find(kOrdinalValue).exists() ? onOption : onCoding;
    const Node node = holder.value(kOrdinalValue, "valueDecimal");
    if (!node.exists()) {
        return -1;
    }
    const double tenths = node.number().value_or(-1) * 10;
    if (tenths < 0 || tenths > 100 || std::abs(tenths - std::round(tenths)) > 1e-6) {
        option.fault("the weight is not from 0 to 10 in tenths");
        return -1;
    }
    return static_cast<int>(std::lround(tenths));
}

Option parseOption(const Node &node)
{
    node.allowOnly({"id", "extension", "valueCoding"});
    const Extensions extensions(node, {"face", "closeness", "short-text"});
    const Node coding = node.at("valueCoding");
    if (!coding.exists()) {
        node.fault("has no valueCoding");
        return {};
    }
    coding.allowOnly({"id", "extension", "system", "version", "code", "display", "_display"});
    const Extensions onCoding(coding, {});
    Option option;
    option.system = coding.at("system").requiredText();
    option.code = coding.at("code").requiredText();
    if (option.code.size() > limits::kNameBytesMax) {
        coding.at("code").fault("is longer than " + std::to_string(limits::kNameBytesMax) + " bytes");
    }
    (void)coding.at("display").requiredText();
    option.text = localizedAt(coding, "display");
    option.shortText = extensions.localized("short-text");
    if (option.shortText.empty()) {
        option.shortText = option.text;
    }
    option.face = extensions.integer("face", 1, 5, 0);
    option.closeness = extensions.integer("closeness", 1, 5, 0);
    option.tenths = parseWeight(node, extensions, onCoding);
    return option;
}

/** From the closest outwards: every answer of the choice says it, or none. */
void checkCloseness(const Node &node, const Option &option, const Option *before)
{
    if (before != nullptr && (option.closeness != 0) != (before->closeness != 0)) {
        node.fault("says how close it is, or the answer before it does, but not both");
    } else if (before != nullptr && option.closeness != 0 && option.closeness <= before->closeness) {
        node.fault("is not further away than the answer before it");
    }
}

/** Answers run from least to most, so weights and faces rise. */
void checkScale(const Node &node, const Option &option, const Option *before, AnswerStyle style)
{
    if (style == AnswerStyle::List) {
        if (option.tenths >= 0 || option.face != 0) {
            node.fault("an answer in a plain list has no weight and no face");
        }
        return;
    }
    if (option.tenths < 0) {
        node.fault("has no weight");
    } else if (before != nullptr && option.tenths <= before->tenths) {
        node.fault("does not weigh more than the answer before it");
    }
    if (style == AnswerStyle::Faces && option.face == 0) {
        node.fault("has no face");
    } else if (before != nullptr && option.face != 0 && option.face <= before->face) {
        node.fault("does not have a brighter face than the answer before it");
    }
}

} // namespace

std::vector<Option> parseOptions(const Node &item, AnswerStyle style)
{
    std::vector<Option> options;
    std::set<std::string> codes;
    for (const Node &node : item.at("answerOption").elements()) {
        if (!node.isObject()) {
            continue;
        }
        Option option = parseOption(node);
        checkCloseness(node, option, options.empty() ? nullptr : &options.back());
        checkScale(node, option, options.empty() ? nullptr : &options.back(), style);
        if (!codes.insert(option.code).second) {
            node.at("valueCoding").at("code").fault("stands twice");
        }
        options.push_back(std::move(option));
    }
    return options;
}

} // namespace trivsel::catalogue
