// Validates every Questionnaire of a directory, and below it, against FHIR R4: node validate.mjs CATALOGUE_DIR
// Exit 77 = skipped, because `npm ci` has not been run here.
import fs from "node:fs";
import path from "node:path";

let Fhir;
try {
    ({ Fhir } = (await import("fhir")).default);
} catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") {
        throw error;
    }
    console.log("skipped: run npm ci in tests/lint/fhir first");
    process.exit(77);
}

const validator = new Fhir();
const directory = process.argv[2];
const names = fs.readdirSync(directory, { recursive: true }).filter((name) => name.endsWith(".json")).sort();
const read = (name) => JSON.parse(fs.readFileSync(path.join(directory, name), "utf8"));

// This validator does not look into items below items, so every item also stands in a flat copy of its Questionnaire.
function flat(items) {
    return items.flatMap(({ item, ...rest }) => [rest, ...flat(item ?? [])]);
}

// The open value set of possible answers is not part of the validator, and a local code system never is: information.
function faultsOf(questionnaire) {
    const copies = [questionnaire, { ...questionnaire, item: flat(questionnaire.item) }];
    const messages = copies.flatMap((copy) => validator.validate(copy, { errorOnUnexpected: true }).messages);
    const faults = messages.filter(({ severity }) => severity !== "info");
    return [...new Set(faults.map(({ location, message }) => `${location}: ${message}`))];
}

let faults = 0;
for (const name of names) {
    const found = faultsOf(read(name));
    faults += found.length;
    found.forEach((fault) => console.log(`${name}: ${fault}`));
}

// A validator that finds nothing in a broken file proves nothing, so break one in each of these ways.
const breaks = {
    "no status": (q) => delete q.status,
    "a status of our own": (q) => (q.status = "done"),
    "an unknown element": (q) => (q.item[0].colour = "red"),
    "an unknown item type": (q) => (q.item[0].type = "faces"),
    "an item without linkId": (q) => delete q.item[0].linkId,
    "an unknown element further down": (q) => (q.item[0].item[0].colour = "red"),
};
for (const [what, breakIt] of Object.entries(breaks)) {
    const broken = read(names[0]);
    breakIt(broken);
    if (faultsOf(broken).length === 0) {
        faults += 1;
        console.log(`the validator does not see ${what}`);
    }
}

console.log(`${names.length} Questionnaires, ${faults} faults`);
process.exit(faults === 0 && names.length > 0 ? 0 : 1);
