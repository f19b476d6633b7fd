#pragma once

#include <QString>

#include <vector>

/** A plan on paper: values in, a PDF out. Knows no engine, no plan's definition and no language: every
 * sentence comes with the values. */
namespace trivsel::print {

/** Whose words. */
enum class Hand { Resident, Staff, Nobody };

/** One text as it stands: of a field, a version of it, or an entry of a list. */
struct Text
{
    QString words; // as they were written: any length, any script
    QString mark;  // small below them: author, enterer, date
    /** *Jeg ser det anderledes*: prints with what it stands beside. */
    std::vector<Text> beside{};
};

/** What one hand has in a row. */
struct Block
{
    Hand hand = Hand::Nobody;
    QString heading; // may be empty
    QString note;    // of all of it: that two versions stand; may be empty
    bool list = false;
    std::vector<Text> texts{};
};

struct Row;
/** One entry of a group. */
struct Entry
{
    std::vector<Row> rows;
};
/** The same matter in both hands, or a group. */
struct Row
{
    QString label;
    std::vector<Block> blocks{};
    std::vector<Entry> entries{};
};
struct Section
{
    QString title; // may be empty
    std::vector<Row> rows{};
};

struct PlanPrint
{
    QString fileStem; // of the file's name; others see it, so nobody's name stands in it
    QString title;
    QString name;      // whose plan it is; may be empty
    QString printed;   // when, on the first page
    QString standing;  // "Gælder det, der stod den …", on every page
    QString pageOf;    // "Side %1 af %2"
    QString differing; // over what stands in Text::beside
    QString nothing;   // in place of no sections at all
    std::vector<Section> sections{};
};

} // namespace trivsel::print
