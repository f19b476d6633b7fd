#pragma once

#include "proto/base/error.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/** What the people of the demo say, read from texts/ (JSON, part of the program). */
namespace trivsel::demo {

enum class Speaker { Resident, Staff };

enum class ReaderChoice { Own, Chosen, Team };

/** How somebody mostly answers. Percent and tenths of 0–10. */
struct Mood
{
    int level = 50;       // well-being at the start, tenths
    int drift = 0;        // what the whole time adds to it, tenths
    int swing = 10;       // slow ups and downs, tenths
    int cooperation = 70; // tenths
    int helped = 10;      // percent of sittings where staff write what the resident says
    int notToday = 8;     // percent
    int remarks = 20;     // percent of sheets with some words
    ReaderChoice readers = ReaderChoice::Team;
};

/** By mood: low, middle, high. Empty lists: the house's common remarks are used. */
using RemarksByMood = std::array<std::vector<std::string>, 3>;
struct Remarks
{
    RemarksByMood wellbeing;
    RemarksByMood cooperation;
};

/** One evening with the plan. A resident's field in a staff sitting was told, and staff wrote it down. */
struct PlanSitting
{
    double at = 0; // part of the whole time, 0–1
    Speaker by = Speaker::Resident;
    std::vector<std::pair<std::string, std::string>> fields; // linkId, words
};

struct Wording
{
    Speaker by = Speaker::Resident;
    std::string text;
};

/** One field written on two tablets that had not seen each other. */
struct TwoVersions
{
    std::string field;
    Wording first;
    Wording second;
};

/** Somebody whose words are written for them; others take theirs from the pool. */
struct Persona
{
    std::string name; // empty: the resident without a name
    Mood mood;
    std::vector<PlanSitting> sittings;
    std::vector<std::string> agreements; // as they stand at each review, in order
    std::optional<TwoVersions> twoVersions;
    Remarks remarks;
};

/** Words for everybody else, and what holds for all. */
struct Pool
{
    struct Sitting
    {
        double at = 0;
        Speaker by = Speaker::Resident;
        std::vector<std::string> fields; // linkIds
    };
    std::string planUrl;
    std::string agreementsField; // what a review writes
    std::string seenOnField;
    std::string nextOnField;
    std::vector<Sitting> sittings;
    std::map<std::string, std::vector<std::string>> fields; // linkId, several ways to say it
    TwoVersions twoVersions;
    Remarks remarks;
};

struct Texts
{
    std::vector<Persona> personas;
    Pool pool;
};

/** The texts that are part of the program. BadFile with the file's name when one of them is damaged. */
[[nodiscard]] Result<Texts> readTexts();

/** Puts names in place of {navn}, {team1} and {team2}. Without a name: "beboeren" and "personalet". */
struct Names
{
    std::string person;
    std::string team1;
    std::string team2;
};
[[nodiscard]] std::string fillIn(std::string_view text, const Names &names);

} // namespace trivsel::demo
