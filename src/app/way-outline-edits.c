/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done in the outline, as edits: something new where the selection is, something moved from there. */
#include "app/way-outline-edits.h"

#include "app/way-map-edits.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

/**
 * way_outline_edits_get_text_field:
 * @kind: a kind of record
 *
 * Returns: the field that it is called by, or -1 where it is not called by one
 */
int
way_outline_edits_get_text_field (WayKind kind)
{
  switch (kind)
    {
    case WAY_KIND_STAGE:
      return WAY_STAGE_TITLE;
    case WAY_KIND_LANE:
      return WAY_LANE_TITLE;
    case WAY_KIND_CARD:
      return WAY_CARD_TEXT;
    case WAY_KIND_STEP:
      return WAY_STEP_TITLE;
    case WAY_KIND_LINK:
      return WAY_LINK_LABEL;
    default:
      return -1;
    }
}

/* The lane and stage that the selection is in; where it is in none, the first that there is. */
static void
get_place (WayMapContext  *context,
           WayOutlineTree *tree,
           WaySpot        *spot)
{
  WayRecord *record;

  *spot = *way_map_context_get_selection (context);
  record = way_outline_tree_get_record (tree, spot->id);
  if (spot->kind == WAY_KIND_STAGE)
    g_strlcpy (spot->stage, spot->id, sizeof spot->stage);
  else if (spot->kind == WAY_KIND_LANE)
    g_strlcpy (spot->lane, spot->id, sizeof spot->lane);
  else if (record != NULL && spot->kind == WAY_KIND_CARD)
    {
      g_strlcpy (spot->lane, way_record_get_text (record, WAY_CARD_LANE), sizeof spot->lane);
      g_strlcpy (spot->stage, way_record_get_text (record, WAY_CARD_STAGE), sizeof spot->stage);
    }
  else if (record != NULL && spot->kind == WAY_KIND_FEELING)
    g_strlcpy (spot->stage, way_record_get_text (record, WAY_FEELING_STAGE), sizeof spot->stage);
  else if (record != NULL && spot->kind == WAY_KIND_STEP)
    g_strlcpy (spot->lane, way_record_get_text (record, WAY_STEP_LANE), sizeof spot->lane);
}

static gboolean
takes_cards (WayOutlineTree *tree,
             const char     *lane)
{
  WayRecord *record = way_outline_tree_get_record (tree, lane);

  return record != NULL && g_strcmp0 (way_record_get_text (record, WAY_LANE_KIND), "feeling") != 0;
}

static gboolean
fill_place (WayOutlineTree *tree,
            WaySpot        *spot,
            gboolean        needs_lane,
            gboolean        needs_stage)
{
  g_autoptr (GPtrArray) lanes = way_outline_tree_list_siblings (tree, WAY_KIND_LANE, NULL, NULL);
  g_autoptr (GPtrArray) stages = way_outline_tree_list_siblings (tree, WAY_KIND_STAGE, NULL, NULL);

  for (guint i = 0; needs_lane && !takes_cards (tree, spot->lane) && i < lanes->len; i++)
    if (takes_cards (tree, way_record_get_id (lanes->pdata[i])))
      g_strlcpy (spot->lane, way_record_get_id (lanes->pdata[i]), sizeof spot->lane);
  if (needs_stage && *spot->stage == '\0' && stages->len > 0)
    g_strlcpy (spot->stage, way_record_get_id (stages->pdata[0]), sizeof spot->stage);
  return (!needs_lane || takes_cards (tree, spot->lane)) && (!needs_stage || *spot->stage != '\0');
}

static guint
find_index (GPtrArray  *records,
            const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (way_record_get_id (records->pdata[i]), id))
      return i;
  return records->len;
}

/**
 * way_outline_edits_new_record:
 * @context: what it works with
 * @tree: the outline
 * @kind: STAGE, LANE, CARD, FEELING or STEP
 * @choice: (nullable): what kind of lane or step
 * @index: (out): how many of those it stands among come before it: all up to the one that is selected
 *
 * Returns: (transfer full) (nullable): a new record where the selection is, without words, or %NULL where there is no place for it yet
 */
WayRecord *
way_outline_edits_new_record (WayMapContext  *context,
                              WayOutlineTree *tree,
                              WayKind         kind,
                              const char     *choice,
                              guint          *index)
{
  WaySpot spot;
  g_autoptr (WayRecord) record = way_record_new (kind, NULL, way_map_context_get_map (context));
  g_autoptr (GPtrArray) siblings = NULL;

  get_place (context, tree, &spot);
  if (!fill_place (tree, &spot, kind == WAY_KIND_CARD || kind == WAY_KIND_STEP, kind == WAY_KIND_CARD || kind == WAY_KIND_FEELING))
    return NULL;
  if (kind == WAY_KIND_CARD)
    {
      way_record_set_text (record, WAY_CARD_LANE, spot.lane);
      way_record_set_text (record, WAY_CARD_STAGE, spot.stage);
    }
  else if (kind == WAY_KIND_FEELING)
    way_record_set_text (record, WAY_FEELING_STAGE, spot.stage);
  else if (kind == WAY_KIND_STEP)
    {
      way_record_set_text (record, WAY_STEP_LANE, spot.lane);
      way_record_set_text (record, WAY_STEP_KIND, choice != NULL ? choice : "step");
    }
  else if (kind == WAY_KIND_LANE)
    way_record_set_text (record, WAY_LANE_KIND, choice);
  siblings = way_outline_tree_list_siblings (tree, kind, spot.lane, spot.stage);
  *index = find_index (siblings, kind == WAY_KIND_STAGE && *spot.stage != '\0' ? spot.stage
                                 : kind == WAY_KIND_LANE && *spot.lane != '\0' ? spot.lane : spot.id);
  if (*index < siblings->len)
    *index += 1;
  return g_steal_pointer (&record);
}

/* Those that @record stands among, without it. */
static GPtrArray *
list_others (WayOutlineTree *tree,
             WayRecord      *record)
{
  WayKind kind = way_record_get_kind (record);
  const char *lane = kind == WAY_KIND_CARD ? way_record_get_text (record, WAY_CARD_LANE)
                     : kind == WAY_KIND_STEP ? way_record_get_text (record, WAY_STEP_LANE) : NULL;
  const char *stage = kind == WAY_KIND_CARD ? way_record_get_text (record, WAY_CARD_STAGE)
                      : kind == WAY_KIND_FEELING ? way_record_get_text (record, WAY_FEELING_STAGE) : NULL;
  GPtrArray *others = way_outline_tree_list_siblings (tree, kind, lane, stage);
  guint index = find_index (others, way_record_get_id (record));

  if (index < others->len)
    g_ptr_array_remove_index (others, index);
  return others;
}

/**
 * way_outline_edits_put:
 * @context: what it works with
 * @tree: the outline
 * @record: a record that is not sealed, with its lane and stage
 * @index: how many of those there come before it
 * @label: what the edit is called
 *
 * Returns: whether it is there; then it is selected
 */
gboolean
way_outline_edits_put (WayMapContext  *context,
                       WayOutlineTree *tree,
                       WayRecord      *record,
                       guint           index,
                       const char     *label)
{
  g_autoptr (WayEdit) edit = way_edit_new (label);
  g_autoptr (GPtrArray) others = list_others (tree, record);

  if (!way_map_edits_put_between (context, edit, record, others, index) || !way_map_context_apply (context, edit))
    return FALSE;
  way_map_context_select (context, way_record_get_kind (record), way_record_get_id (record));
  return TRUE;
}

static gboolean
move_among (WayMapContext  *context,
            WayOutlineTree *tree,
            WayRecord      *record,
            int             by,
            const char     *label)
{
  g_autoptr (WayRecord) moved = way_record_copy (record);
  g_autoptr (GPtrArray) others = list_others (tree, record);
  guint index = 0;

  /* Before those that come after it now. */
  while (index < others->len && (way_record_get_position (others->pdata[index]) < way_record_get_position (record) ||
                                 (way_record_get_position (others->pdata[index]) == way_record_get_position (record) &&
                                  strcmp (way_record_get_id (others->pdata[index]), way_record_get_id (record)) < 0)))
    index++;
  if (by < 0 ? index == 0 : index >= others->len)
    return FALSE;
  return way_outline_edits_put (context, tree, moved, index + by, label);
}

static gboolean
move_card (WayMapContext  *context,
           WayOutlineTree *tree,
           WayRecord      *card,
           WayOutlineStep  step)
{
  gboolean across = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_DOWN;
  int by = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_EARLIER ? -1 : 1;
  guint field = across ? WAY_CARD_LANE : WAY_CARD_STAGE;
  const char *to;
  g_autoptr (WayRecord) moved = NULL;

  if (across && move_among (context, tree, card, by, _("Move card")))
    return TRUE;
  to = way_outline_tree_get_neighbour (tree, across ? WAY_KIND_LANE : WAY_KIND_STAGE, way_record_get_text (card, field), by);
  if (to == NULL)
    return FALSE;
  moved = way_record_copy (card);
  way_record_set_text (moved, field, to);
  return way_outline_edits_put (context, tree, moved, step == WAY_OUTLINE_DOWN ? 0 : G_MAXUINT, _("Move card"));
}

static gboolean
move_to_neighbour (WayMapContext  *context,
                   WayOutlineTree *tree,
                   WayRecord      *record,
                   guint           field,
                   WayKind         kind,
                   int             by,
                   const char     *label)
{
  const char *to = way_outline_tree_get_neighbour (tree, kind, way_record_get_text (record, field), by);
  g_autoptr (WayRecord) moved = way_record_copy (record);

  if (to == NULL)
    return FALSE;
  way_record_set_text (moved, field, to);
  return way_outline_edits_put (context, tree, moved, G_MAXUINT, label);
}

/**
 * way_outline_edits_move:
 * @context: what it works with
 * @tree: the outline
 * @step: which way
 *
 * Moves what is selected: cards and steps past their neighbours and on into the next lane or stage, lanes and stages among themselves.
 *
 * Returns: whether it is elsewhere now
 */
gboolean
way_outline_edits_move (WayMapContext  *context,
                        WayOutlineTree *tree,
                        WayOutlineStep  step)
{
  WayRecord *found = way_outline_tree_get_record (tree, way_map_context_get_selection (context)->id);
  g_autoptr (WayRecord) record = found != NULL ? g_object_ref (found) : NULL;
  int by = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_EARLIER ? -1 : 1;
  gboolean across = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_DOWN;

  if (record == NULL)
    return FALSE;
  switch (way_record_get_kind (record))
    {
    case WAY_KIND_CARD:
      return move_card (context, tree, record, step);
    case WAY_KIND_STAGE:
      return move_among (context, tree, record, by, _("Move stage"));
    case WAY_KIND_LANE:
      return move_among (context, tree, record, by, _("Move lane"));
    case WAY_KIND_FEELING:
      return across ? move_among (context, tree, record, by, _("Move feeling"))
                    : move_to_neighbour (context, tree, record, WAY_FEELING_STAGE, WAY_KIND_STAGE, by, _("Move feeling"));
    case WAY_KIND_STEP:
      return across ? move_to_neighbour (context, tree, record, WAY_STEP_LANE, WAY_KIND_LANE, by, _("Move step"))
                    : move_among (context, tree, record, by, _("Move step"));
    default:
      return FALSE;
    }
}
