/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every field of every kind of record, one a line, in the order in which the interchange format writes them. From these
 * lines come the properties, the columns, the JSON, the search index and the redaction.
 *
 *   F (KIND, FIELD, "key", TYPE, …WayField members that are not nought…)
 *
 * A new field goes last in its kind, with the version of the schema that has it first as `.since`, and that version becomes
 * WAY_SCHEMA_VERSION: files of older versions are brought forward, and their history can still be undone.
 */
#pragma once

#include "model/way-field.h"

G_BEGIN_DECLS

#define WAY_CHOICES(...) .choices = (const char *const[]) { __VA_ARGS__, NULL }
#define WAY_TARGET(kind) .target = WAY_KIND_##kind
#define WAY_MASK(kind) (G_GUINT64_CONSTANT (1) << WAY_KIND_##kind)

#define WAY_WORKSPACE_FIELDS(F) \
  F (WORKSPACE, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (WORKSPACE, PLACE, "place", TEXT) \
  F (WORKSPACE, PURPOSE, "purpose", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (WORKSPACE, LANGUAGE, "language", TEXT)

#define WAY_ORGANISATION_FIELDS(F) \
  F (ORGANISATION, NAME, "name", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (ORGANISATION, SECTOR, "sector", TEXT) \
  F (ORGANISATION, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_WORKING)

#define WAY_PERSONA_FIELDS(F) \
  F (PERSONA, NAME, "name", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PERSONA, ABOUT, "about", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PERSONA, QUOTE, "quote", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PERSONA, NEEDS, "needs", TEXTS, .flags = WAY_FIELD_SEARCHABLE) \
  F (PERSONA, BARRIERS, "barriers", TEXTS, .flags = WAY_FIELD_SEARCHABLE)

/* A version of a map is based on the one before it, and so is what it holds: by that they are compared, whatever was renamed or moved
 * since. */

#define WAY_MAP_FIELDS(F) \
  F (MAP, KIND, "kind", CHOICE, .flags = WAY_FIELD_REQUIRED, WAY_CHOICES ("journey", "pathway", "assets")) \
  F (MAP, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (MAP, QUESTION, "question", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (MAP, STATUS, "status", CHOICE, WAY_CHOICES ("current", "proposed")) \
  F (MAP, PERSONA, "persona", REFERENCE, WAY_TARGET (PERSONA)) \
  F (MAP, VERSION, "version", LABEL) \
  F (MAP, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_WORKING) \
  F (MAP, BASED_ON, "based_on", REFERENCE, WAY_TARGET (MAP), .since = 2)

#define WAY_STAGE_FIELDS(F) \
  F (STAGE, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (STAGE, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_WORKING) \
  F (STAGE, BASED_ON, "based_on", REFERENCE, WAY_TARGET (STAGE), .since = 2)

#define WAY_LANE_FIELDS(F) \
  F (LANE, KIND, "kind", CHOICE, \
     WAY_CHOICES ("doing", "thinking", "feeling", "touchpoints", "people", "pain", "ideas", "evidence", "custom", \
                  "person", "frontstage", "backstage", "support", "commissioning")) \
  F (LANE, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (LANE, BASED_ON, "based_on", REFERENCE, WAY_TARGET (LANE), .since = 2)

#define WAY_CARD_FIELDS(F) \
  F (CARD, LANE, "lane", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (LANE)) \
  F (CARD, STAGE, "stage", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (STAGE)) \
  F (CARD, TEXT, "text", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (CARD, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_WORKING) \
  F (CARD, BASED_ON, "based_on", REFERENCE, WAY_TARGET (CARD), .since = 2)

#define WAY_FEELING_FIELDS(F) \
  F (FEELING, STAGE, "stage", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (STAGE)) \
  F (FEELING, VALUE, "value", NUMBER, .flags = WAY_FIELD_REQUIRED, .low = -5, .high = 5) \
  F (FEELING, WORDS, "words", TEXTS, .flags = WAY_FIELD_SEARCHABLE) \
  F (FEELING, PERSONA, "persona", REFERENCE, WAY_TARGET (PERSONA))

#define WAY_STEP_FIELDS(F) \
  F (STEP, LANE, "lane", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (LANE)) \
  F (STEP, KIND, "kind", CHOICE, WAY_CHOICES ("start", "step", "decision", "end", "gap")) \
  F (STEP, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (STEP, ORGANISATION, "organisation", REFERENCE, WAY_TARGET (ORGANISATION)) \
  F (STEP, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_WORKING) \
  F (STEP, COLUMN, "column", WHOLE, .low = 0, .high = 1e6) \
  F (STEP, BASED_ON, "based_on", REFERENCE, WAY_TARGET (STEP), .since = 2)

#define WAY_LINK_FIELDS(F) \
  F (LINK, FROM, "from", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (STEP)) \
  F (LINK, TO, "to", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (STEP)) \
  F (LINK, KIND, "kind", CHOICE, WAY_CHOICES ("flow", "information", "enables")) \
  F (LINK, LABEL, "label", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (LINK, WAIT_DAYS, "wait_days", NUMBER, .low = 0, .high = 1e6) \
  F (LINK, BASED_ON, "based_on", REFERENCE, WAY_TARGET (LINK), .since = 2)

#define WAY_SCENARIO_FIELDS(F) \
  F (SCENARIO, PERSONA, "persona", REFERENCE, WAY_TARGET (PERSONA)) \
  F (SCENARIO, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (SCENARIO, ROUTE, "route", CHOICE, WAY_CHOICES ("planned", "lived"))

#define WAY_STOP_FIELDS(F) \
  F (STOP, STEP, "step", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (STEP)) \
  F (STOP, OUTCOME, "outcome", CHOICE, WAY_CHOICES ("met", "partly", "not-met", "gap")) \
  F (STOP, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (STOP, WAIT_DAYS, "wait_days", NUMBER, .low = 0, .high = 1e6)

#define WAY_FLAG_FIELDS(F) \
  F (FLAG, ON, "on", REFERENCE, .flags = WAY_FIELD_REQUIRED, \
     .targets = WAY_MASK (MAP) | WAY_MASK (STAGE) | WAY_MASK (LANE) | WAY_MASK (CARD) | WAY_MASK (FEELING) | \
                WAY_MASK (STEP) | WAY_MASK (LINK) | WAY_MASK (SCENARIO) | WAY_MASK (ASSET) | WAY_MASK (NEED) | \
                WAY_MASK (ASSET_LINK) | WAY_MASK (MEETING) | WAY_MASK (PERSONA) | WAY_MASK (EVIDENCE)) \
  F (FLAG, KIND, "kind", CHOICE, WAY_CHOICES ("question", "concern", "idea", "decision")) \
  F (FLAG, TEXT, "text", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (FLAG, ANSWER, "answer", TEXT, .flags = WAY_FIELD_SEARCHABLE)

#define WAY_ASSET_FIELDS(F) \
  F (ASSET, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (ASSET, KIND, "kind", CHOICE, \
     WAY_CHOICES ("skill", "knowledge", "connection", "resource", "place", "group", "service")) \
  F (ASSET, DESCRIPTION, "description", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (ASSET, ORGANISATION, "organisation", REFERENCE, WAY_TARGET (ORGANISATION)) \
  F (ASSET, ADDRESS, "address", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (ASSET, LATITUDE, "lat", NUMBER, .low = -90, .high = 90) \
  F (ASSET, LONGITUDE, "lon", NUMBER, .low = -180, .high = 180) \
  F (ASSET, LANGUAGES, "languages", TEXTS) \
  F (ASSET, TAGS, "tags", TEXTS, .flags = WAY_FIELD_SEARCHABLE) \
  F (ASSET, ELIGIBILITY, "eligibility", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (ASSET, HOURS, "hours", TEXT) \
  F (ASSET, CONTACT, "contact", TEXT) \
  F (ASSET, URL, "url", TEXT)

#define WAY_NEED_FIELDS(F) \
  F (NEED, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (NEED, DESCRIPTION, "description", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (NEED, PRIORITY, "priority", WHOLE, .low = 1, .high = 3) \
  F (NEED, LATITUDE, "lat", NUMBER, .low = -90, .high = 90) \
  F (NEED, LONGITUDE, "lon", NUMBER, .low = -180, .high = 180)

#define WAY_ASSET_LINK_FIELDS(F) \
  F (ASSET_LINK, FROM, "from", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (ASSET)) \
  F (ASSET_LINK, TO, "to", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (ASSET)) \
  F (ASSET_LINK, KIND, "kind", CHOICE, WAY_CHOICES ("works-with", "refers-to", "shares", "supports"))

#define WAY_MEETING_FIELDS(F) \
  F (MEETING, ASSET, "asset", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (ASSET)) \
  F (MEETING, NEED, "need", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (NEED)) \
  F (MEETING, HOW, "how", TEXT, .flags = WAY_FIELD_SEARCHABLE)

#define WAY_THEME_FIELDS(F) \
  F (THEME, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (THEME, PARENT, "parent", REFERENCE, WAY_TARGET (THEME)) \
  F (THEME, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_WORKING)

#define WAY_STORY_FIELDS(F) \
  F (STORY, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (STORY, KIND, "kind", CHOICE, \
     WAY_CHOICES ("story", "testimony", "journey", "map", "video", "ethnography", "observation")) \
  F (STORY, TELLER, "teller", TEXT, .flags = WAY_FIELD_SEARCHABLE | WAY_FIELD_PERSONAL) \
  F (STORY, LANGUAGE, "language", TEXT) \
  F (STORY, TEXT, "text", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (STORY, TRANSLATION, "translation", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (STORY, RECORDED, "recorded", DATE) \
  F (STORY, PLACE, "place", TEXT, .flags = WAY_FIELD_PERSONAL) \
  F (STORY, RESEARCHER, "researcher", TEXT, .flags = WAY_FIELD_PERSONAL) \
  F (STORY, AUDIENCE, "audience", CHOICE, .object = "consent", WAY_CHOICES ("none", "team", "workshop", "public")) \
  F (STORY, ATTRIBUTION, "attribution", CHOICE, .object = "consent", WAY_CHOICES ("anonymous", "pseudonym", "named")) \
  F (STORY, UNTIL, "until", DATE, .object = "consent") \
  F (STORY, WITHDRAWN, "withdrawn", DONE, .object = "consent")

#define WAY_QUOTE_FIELDS(F) \
  F (QUOTE, START, "start", WHOLE, .flags = WAY_FIELD_REQUIRED, .low = 0, .high = 1e9) \
  F (QUOTE, END, "end", WHOLE, .flags = WAY_FIELD_REQUIRED, .low = 0, .high = 1e9)

#define WAY_QUOTE_THEME_FIELDS(F) \
  F (QUOTE_THEME, THEME, "theme", REFERENCE, .flags = WAY_FIELD_REQUIRED | WAY_FIELD_LIST_VALUE, WAY_TARGET (THEME))

#define WAY_MEASURE_FIELDS(F) \
  F (MEASURE, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (MEASURE, MIN, "min", NUMBER) \
  F (MEASURE, MAX, "max", NUMBER) \
  F (MEASURE, BETTER, "better", CHOICE, WAY_CHOICES ("higher", "lower")) \
  F (MEASURE, ITEMS, "items", WHOLE, .low = 0, .high = 1e6) \
  F (MEASURE, MEANINGFUL_CHANGE, "meaningful_change", NUMBER)

#define WAY_PROTOTYPE_FIELDS(F) \
  F (PROTOTYPE, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PROTOTYPE, QUESTION, "question", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PROTOTYPE, START, "start", DATE) \
  F (PROTOTYPE, WEEKS, "weeks", WHOLE, .low = 0, .high = 1e4) \
  F (PROTOTYPE, MAP, "map", REFERENCE, WAY_TARGET (MAP))

#define WAY_ITERATION_FIELDS(F) \
  F (ITERATION, NUMBER, "number", WHOLE, .low = 0, .high = 1e6) \
  F (ITERATION, WEEK, "week", WHOLE, .low = -1e4, .high = 1e4) \
  F (ITERATION, CHANGE, "change", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (ITERATION, WHY, "why", TEXT, .flags = WAY_FIELD_SEARCHABLE)

#define WAY_PARTICIPANT_FIELDS(F) \
  F (PARTICIPANT, CODE, "code", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PARTICIPANT, REFERRED_BY, "referred_by", TEXT) \
  F (PARTICIPANT, GOAL, "goal", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (PARTICIPANT, ASPECTS, "aspects", NAMED_TEXTS, .flags = WAY_FIELD_SEARCHABLE) \
  F (PARTICIPANT, JOINED_WEEK, "joined_week", WHOLE, .low = -1e4, .high = 1e4) \
  F (PARTICIPANT, LEFT_WEEK, "left_week", WHOLE, .low = -1e4, .high = 1e4) \
  F (PARTICIPANT, LEFT_REASON, "left_reason", TEXT)

#define WAY_CHECKIN_FIELDS(F) \
  F (CHECKIN, PARTICIPANT, "participant", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (PARTICIPANT)) \
  F (CHECKIN, WEEK, "week", WHOLE, .low = -1e4, .high = 1e4) \
  F (CHECKIN, STATUS, "status", CHOICE, WAY_CHOICES ("better", "same", "harder", "not-seen")) \
  F (CHECKIN, NOTE, "note", TEXT, .flags = WAY_FIELD_SEARCHABLE)

#define WAY_SCORE_FIELDS(F) \
  F (SCORE, PARTICIPANT, "participant", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (PARTICIPANT)) \
  F (SCORE, MEASURE, "measure", REFERENCE, .flags = WAY_FIELD_REQUIRED, WAY_TARGET (MEASURE)) \
  F (SCORE, DATE, "date", DATE) \
  F (SCORE, VALUE, "value", NUMBER, .flags = WAY_FIELD_REQUIRED)

#define WAY_TASK_FIELDS(F) \
  F (TASK, PARTICIPANT, "participant", REFERENCE, WAY_TARGET (PARTICIPANT)) \
  F (TASK, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (TASK, WHO, "who", TEXT) \
  F (TASK, DUE_WEEK, "due_week", WHOLE, .low = -1e4, .high = 1e4) \
  F (TASK, DONE_WEEK, "done_week", WHOLE, .low = -1e4, .high = 1e4)

#define WAY_LOG_ENTRY_FIELDS(F) \
  F (LOG_ENTRY, WEEK, "week", WHOLE, .low = -1e4, .high = 1e4) \
  F (LOG_ENTRY, KIND, "kind", CHOICE, WAY_CHOICES ("idea", "problem", "question", "decision", "change", "risk")) \
  F (LOG_ENTRY, TEXT, "text", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (LOG_ENTRY, STATUS, "status", TEXT) \
  F (LOG_ENTRY, ACTION, "action", TEXT, .flags = WAY_FIELD_SEARCHABLE)

#define WAY_WORKSHOP_FIELDS(F) \
  F (WORKSHOP, TITLE, "title", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (WORKSHOP, DATE, "date", DATE) \
  F (WORKSHOP, VENUE, "venue", TEXT) \
  F (WORKSHOP, PHASE, "phase", CHOICE, WAY_CHOICES ("monitor", "insight", "co-design", "co-delivery")) \
  F (WORKSHOP, QUESTION, "question", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (WORKSHOP, REFRAMED, "reframed", TEXT, .flags = WAY_FIELD_SEARCHABLE)

#define WAY_ATTENDANCE_FIELDS(F) \
  F (ATTENDANCE, GROUP, "group", TEXT) \
  F (ATTENDANCE, COUNT, "count", WHOLE, .low = 0, .high = 1e9)

#define WAY_OUTPUT_FIELDS(F) \
  F (OUTPUT, KIND, "kind", CHOICE, WAY_CHOICES ("decision", "action", "idea", "question")) \
  F (OUTPUT, TEXT, "text", TEXT, .flags = WAY_FIELD_SEARCHABLE) \
  F (OUTPUT, OWNER, "owner", TEXT, .flags = WAY_FIELD_PERSONAL) \
  F (OUTPUT, DUE, "due", DATE) \
  F (OUTPUT, DONE, "done", DONE)

#define WAY_EVIDENCE_FIELDS(F) \
  F (EVIDENCE, STORY, "story", REFERENCE, WAY_TARGET (STORY)) \
  F (EVIDENCE, QUOTE, "quote", REFERENCE, WAY_TARGET (QUOTE)) \
  F (EVIDENCE, ON, "on", REFERENCE, .flags = WAY_FIELD_REQUIRED, \
     .targets = WAY_MASK (CARD) | WAY_MASK (STAGE) | WAY_MASK (STEP) | WAY_MASK (LINK) | WAY_MASK (ASSET) | \
                WAY_MASK (NEED) | WAY_MASK (ITERATION) | WAY_MASK (LOG_ENTRY))

/*   K (KIND, "name", label, within, …WayKindInfo members that are not nought…) */
#define WAY_KINDS(K) \
  K (WORKSPACE, "workspace", N_("workspace"), NONE) \
  K (ORGANISATION, "organisation", N_("organisation"), NONE) \
  K (PERSONA, "persona", N_("persona"), NONE) \
  K (MAP, "map", N_("map"), NONE) \
  K (STAGE, "stage", N_("stage"), MAP) \
  K (LANE, "lane", N_("lane"), MAP) \
  K (CARD, "card", N_("card"), MAP) \
  K (FEELING, "feeling", N_("feeling"), MAP) \
  K (STEP, "step", N_("step"), MAP) \
  K (LINK, "link", N_("link"), MAP) \
  K (SCENARIO, "scenario", N_("scenario"), MAP) \
  K (STOP, "stop", N_("stop of a scenario"), SCENARIO, .anonymous = TRUE) \
  K (FLAG, "flag", N_("flag"), MAP) \
  K (ASSET, "asset", N_("asset"), NONE) \
  K (NEED, "need", N_("need"), NONE) \
  K (ASSET_LINK, "asset_link", N_("link between assets"), NONE) \
  K (MEETING, "meeting", N_("tie between an asset and a need"), NONE) \
  K (THEME, "theme", N_("theme"), NONE) \
  K (STORY, "story", N_("story"), NONE) \
  K (QUOTE, "quote", N_("quote"), STORY) \
  K (QUOTE_THEME, "quote_theme", N_("theme of a quote"), QUOTE, .anonymous = TRUE) \
  K (MEASURE, "measure", N_("measure"), NONE) \
  K (PROTOTYPE, "prototype", N_("prototype"), NONE) \
  K (ITERATION, "iteration", N_("iteration"), PROTOTYPE) \
  K (PARTICIPANT, "participant", N_("participant"), PROTOTYPE, .team_only = TRUE) \
  K (CHECKIN, "checkin", N_("check-in"), PROTOTYPE, .anonymous = TRUE, .team_only = TRUE) \
  K (SCORE, "score", N_("score"), PROTOTYPE, .anonymous = TRUE, .team_only = TRUE) \
  K (TASK, "task", N_("task"), PROTOTYPE, .team_only = TRUE) \
  K (LOG_ENTRY, "log_entry", N_("log entry"), PROTOTYPE) \
  K (WORKSHOP, "workshop", N_("workshop"), NONE) \
  K (ATTENDANCE, "attendance", N_("attendance"), WORKSHOP, .anonymous = TRUE) \
  K (OUTPUT, "output", N_("output of a workshop"), WORKSHOP) \
  K (EVIDENCE, "evidence", N_("evidence"), NONE)

/* The places of the fields in a record: WAY_CARD_TEXT, WAY_STORY_AUDIENCE … and how many there are: WAY_CARD_N_FIELDS. */
#define WAY_FIELD_PLACE(KIND, FIELD, ...) WAY_##KIND##_##FIELD,
#define WAY_FIELD_PLACES(KIND, ...) \
  enum { WAY_##KIND##_FIELDS (WAY_FIELD_PLACE) WAY_##KIND##_N_FIELDS };
WAY_KINDS (WAY_FIELD_PLACES)

G_END_DECLS
