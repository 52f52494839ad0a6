/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of every kind of record, put together from the lines of way-schema.h. */
#include "model/way-field.h"

#include "base/way-i18n.h"
#include "model/way-schema.h"

#define FIELD(KIND, PLACE, key, field_type, ...) { .name = key, .type = WAY_FIELD_##field_type, ##__VA_ARGS__ },
#define FIELD_TABLE(KIND, ...) static const WayField WAY_##KIND##_TABLE[] = { WAY_##KIND##_FIELDS (FIELD) };
WAY_KINDS (FIELD_TABLE)

/* The lists that each kind holds, in the order in which the interchange format writes them. */
static const WayChildren workspace_children[] = {
  { WAY_KIND_ORGANISATION, "organisations" },
  { WAY_KIND_PERSONA, "personas" },
  { WAY_KIND_MAP, "maps" },
  { WAY_KIND_ASSET, "assets" },
  { WAY_KIND_NEED, "needs" },
  { WAY_KIND_ASSET_LINK, "asset_links" },
  { WAY_KIND_MEETING, "meets" },
  { WAY_KIND_THEME, "themes" },
  { WAY_KIND_STORY, "stories" },
  { WAY_KIND_EVIDENCE, "evidence" },
  { WAY_KIND_MEASURE, "measures" },
  { WAY_KIND_PROTOTYPE, "prototypes" },
  { WAY_KIND_WORKSHOP, "workshops" },
};
static const WayChildren map_children[] = {
  { WAY_KIND_FLAG, "flags" },
  { WAY_KIND_STAGE, "stages", "journey" },
  { WAY_KIND_LANE, "lanes", "journey" },
  { WAY_KIND_CARD, "cards", "journey" },
  { WAY_KIND_FEELING, "feelings", "journey" },
  { WAY_KIND_LANE, "lanes", "pathway" },
  { WAY_KIND_STEP, "steps", "pathway" },
  { WAY_KIND_LINK, "links", "pathway" },
  { WAY_KIND_SCENARIO, "scenarios", "pathway" },
};
static const WayChildren scenario_children[] = {
  { WAY_KIND_STOP, "steps" },
};
static const WayChildren story_children[] = {
  { WAY_KIND_QUOTE, "quotes" },
};
static const WayChildren quote_children[] = {
  { WAY_KIND_QUOTE_THEME, "themes" },
};
static const WayChildren prototype_children[] = {
  { WAY_KIND_ITERATION, "iterations" },
  { WAY_KIND_PARTICIPANT, "participants" },
  { WAY_KIND_CHECKIN, "checkins" },
  { WAY_KIND_SCORE, "scores" },
  { WAY_KIND_TASK, "tasks" },
  { WAY_KIND_LOG_ENTRY, "log" },
};
static const WayChildren workshop_children[] = {
  { WAY_KIND_ATTENDANCE, "attendance" },
  { WAY_KIND_OUTPUT, "outputs" },
};

#define KIND_INFO(KIND, kind_name, kind_label, holder, ...) \
  [WAY_KIND_##KIND] = { .kind = WAY_KIND_##KIND, .name = kind_name, .label = kind_label, .within = WAY_KIND_##holder, \
                        .fields = WAY_##KIND##_TABLE, .n_fields = WAY_##KIND##_N_FIELDS, ##__VA_ARGS__ },

static WayKindInfo infos[WAY_N_KINDS] = { WAY_KINDS (KIND_INFO) };

#define SET_CHILDREN(KIND, list) \
  (infos[WAY_KIND_##KIND].children = list, infos[WAY_KIND_##KIND].n_children = G_N_ELEMENTS (list))

static void
ensure_children (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  SET_CHILDREN (WORKSPACE, workspace_children);
  SET_CHILDREN (MAP, map_children);
  SET_CHILDREN (SCENARIO, scenario_children);
  SET_CHILDREN (STORY, story_children);
  SET_CHILDREN (QUOTE, quote_children);
  SET_CHILDREN (PROTOTYPE, prototype_children);
  SET_CHILDREN (WORKSHOP, workshop_children);
  g_once_init_leave (&done, 1);
}

/**
 * way_kind_get_info:
 * @kind: a kind of record
 *
 * Returns: what there is to know about @kind
 */
const WayKindInfo *
way_kind_get_info (WayKind kind)
{
  g_return_val_if_fail (kind > WAY_KIND_NONE && kind < WAY_N_KINDS, NULL);

  ensure_children ();
  return &infos[kind];
}

/**
 * way_kind_count_fields:
 * @kind: a kind of record
 * @version: a version of the schema, from 1
 *
 * Returns: how many of its fields there were; they are the first ones
 */
guint
way_kind_count_fields (WayKind kind,
                       guint   version)
{
  guint n = infos[kind].n_fields;

  while (n > 0 && infos[kind].fields[n - 1].since > version)
    n--;
  return n;
}

/**
 * way_kind_get_label:
 * @kind: a kind of record
 *
 * Returns: what a person calls one such record, in their language
 */
const char *
way_kind_get_label (WayKind kind)
{
  return _(way_kind_get_info (kind)->label);
}

/**
 * way_kind_from_name:
 * @name: the name of a table
 *
 * Returns: its kind, or %WAY_KIND_NONE
 */
WayKind
way_kind_from_name (const char *name)
{
  for (guint kind = 1; kind < WAY_N_KINDS; kind++)
    if (g_strcmp0 (infos[kind].name, name) == 0)
      return kind;
  return WAY_KIND_NONE;
}
