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
    case WAY_KIND_FLAG:
      return WAY_FLAG_TEXT;
    case WAY_KIND_MAP:
      return WAY_MAP_TITLE;
    default:
      return -1;
    }
}

/* What the selection is about: of a flag what it is on, of a link the step that it leads from. Nullable. */
static WayRecord *
get_subject (WayMapContext    *context,
             WayOutlinePlaces *places)
{
  WayRecord *record = way_outline_places_get (places, way_map_context_get_selection (context)->id);

  if (record != NULL && way_record_get_kind (record) == WAY_KIND_FLAG)
    record = way_outline_places_get (places, way_record_get_text (record, WAY_FLAG_ON));
  if (record != NULL && way_record_get_kind (record) == WAY_KIND_LINK)
    record = way_outline_places_get (places, way_record_get_text (record, WAY_LINK_FROM));
  return record;
}

/* The lane and stage that the selection is in. */
static void
get_place (WayMapContext    *context,
           WayOutlinePlaces *places,
           WaySpot          *spot)
{
  WayRecord *record = get_subject (context, places);
  const char *lane = NULL, *stage = NULL;

  *spot = *way_map_context_get_selection (context);
  switch (record != NULL ? way_record_get_kind (record) : WAY_KIND_NONE)
    {
    case WAY_KIND_STAGE:
      stage = way_record_get_id (record);
      break;
    case WAY_KIND_LANE:
      lane = way_record_get_id (record);
      break;
    case WAY_KIND_CARD:
      lane = way_record_get_text (record, WAY_CARD_LANE);
      stage = way_record_get_text (record, WAY_CARD_STAGE);
      break;
    case WAY_KIND_FEELING:
      stage = way_record_get_text (record, WAY_FEELING_STAGE);
      break;
    case WAY_KIND_STEP:
      lane = way_record_get_text (record, WAY_STEP_LANE);
      break;
    default:
      return;
    }
  g_strlcpy (spot->id, way_record_get_id (record), sizeof spot->id);
  g_strlcpy (spot->lane, lane != NULL ? lane : "", sizeof spot->lane);
  g_strlcpy (spot->stage, stage != NULL ? stage : "", sizeof spot->stage);
}

static gboolean
takes_cards (WayOutlinePlaces *places,
             const char       *lane)
{
  WayRecord *record = way_outline_places_get (places, lane);

  return record != NULL && g_strcmp0 (way_record_get_text (record, WAY_LANE_KIND), "feeling") != 0;
}

/* Where the selection is in no lane or stage, the first that there is. */
static gboolean
fill_place (WayOutlinePlaces *places,
            WaySpot          *spot,
            gboolean          needs_lane,
            gboolean          needs_stage)
{
  g_autoptr (GPtrArray) lanes = way_outline_places_list (places, WAY_KIND_LANE, NULL, NULL);
  g_autoptr (GPtrArray) stages = way_outline_places_list (places, WAY_KIND_STAGE, NULL, NULL);

  for (guint i = 0; needs_lane && !takes_cards (places, spot->lane) && i < lanes->len; i++)
    if (takes_cards (places, way_record_get_id (lanes->pdata[i])))
      g_strlcpy (spot->lane, way_record_get_id (lanes->pdata[i]), sizeof spot->lane);
  if (needs_stage && *spot->stage == '\0' && stages->len > 0)
    g_strlcpy (spot->stage, way_record_get_id (stages->pdata[0]), sizeof spot->stage);
  return (!needs_lane || takes_cards (places, spot->lane)) && (!needs_stage || *spot->stage != '\0');
}

/* Those that stand where @record does. */
static GPtrArray *
list_siblings (WayOutlinePlaces *places,
               WayRecord        *record)
{
  switch (way_record_get_kind (record))
    {
    case WAY_KIND_CARD:
      return way_outline_places_list (places, WAY_KIND_CARD, way_record_get_text (record, WAY_CARD_LANE),
                                      way_record_get_text (record, WAY_CARD_STAGE));
    case WAY_KIND_FEELING:
      return way_outline_places_list (places, WAY_KIND_FEELING, NULL, way_record_get_text (record, WAY_FEELING_STAGE));
    case WAY_KIND_STEP:
      return way_outline_places_list (places, WAY_KIND_STEP, NULL, way_record_get_text (record, WAY_STEP_LANE));
    case WAY_KIND_LINK:
      return way_outline_places_list (places, WAY_KIND_LINK, NULL, way_record_get_text (record, WAY_LINK_FROM));
    default:
      return way_outline_places_list (places, way_record_get_kind (record), NULL, NULL);
    }
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

/* Support and commissioning make possible what others do. */
static gboolean
lead_from (WayRecord        *link,
           WayOutlinePlaces *places,
           WayRecord        *step)
{
  WayRecord *lane;
  const char *kind;

  if (step == NULL || way_record_get_kind (step) != WAY_KIND_STEP)
    return FALSE;
  lane = way_outline_places_get (places, way_record_get_text (step, WAY_STEP_LANE));
  kind = lane != NULL ? way_record_get_text (lane, WAY_LANE_KIND) : NULL;
  way_record_set_text (link, WAY_LINK_FROM, way_record_get_id (step));
  way_record_set_text (link, WAY_LINK_KIND,
                       g_strcmp0 (kind, "support") == 0 || g_strcmp0 (kind, "commissioning") == 0 ? "enables" : "flow");
  return TRUE;
}

/**
 * way_outline_edits_new_record:
 * @context: what it works with
 * @places: what the map holds
 * @kind: STAGE, LANE, CARD, FEELING, STEP or LINK
 * @choice: (nullable): what kind of lane or step
 * @index: (out): how many of those it stands among come before it: all up to the one that is selected
 *
 * Returns: (transfer full) (nullable): a new record where the selection is, without words, or %NULL where there is no place for it yet
 */
WayRecord *
way_outline_edits_new_record (WayMapContext    *context,
                              WayOutlinePlaces *places,
                              WayKind           kind,
                              const char       *choice,
                              guint            *index)
{
  WaySpot spot;
  g_autoptr (WayRecord) record = way_record_new (kind, NULL, way_map_context_get_map (context));
  g_autoptr (GPtrArray) siblings = NULL;

  get_place (context, places, &spot);
  if (kind == WAY_KIND_LINK && !lead_from (record, places, get_subject (context, places)))
    return NULL;
  if (!fill_place (places, &spot, kind == WAY_KIND_CARD || kind == WAY_KIND_STEP, kind == WAY_KIND_CARD || kind == WAY_KIND_FEELING))
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
  siblings = list_siblings (places, record);
  *index = find_index (siblings, kind == WAY_KIND_STAGE && *spot.stage != '\0' ? spot.stage
                                 : kind == WAY_KIND_LANE && *spot.lane != '\0' ? spot.lane : spot.id);
  if (*index < siblings->len)
    *index += 1;
  return g_steal_pointer (&record);
}

/* The same without it. */
static GPtrArray *
list_others (WayOutlinePlaces *places,
             WayRecord        *record)
{
  GPtrArray *others = list_siblings (places, record);
  guint index = find_index (others, way_record_get_id (record));

  if (index < others->len)
    g_ptr_array_remove_index (others, index);
  return others;
}

/**
 * way_outline_edits_put:
 * @context: what it works with
 * @places: what the map holds
 * @record: a record that is not sealed, with its lane and stage
 * @index: how many of those there come before it
 * @label: what the edit is called
 *
 * Returns: whether it is there; then it is selected
 */
gboolean
way_outline_edits_put (WayMapContext    *context,
                       WayOutlinePlaces *places,
                       WayRecord        *record,
                       guint             index,
                       const char       *label)
{
  g_autoptr (WayEdit) edit = way_edit_new (label);
  g_autoptr (GPtrArray) others = list_others (places, record);

  if (!way_map_edits_put_between (context, edit, record, others, index) || !way_map_context_apply (context, edit))
    return FALSE;
  way_map_context_select (context, way_record_get_kind (record), way_record_get_id (record));
  return TRUE;
}

static gboolean
move_among (WayMapContext    *context,
            WayOutlinePlaces *places,
            WayRecord        *record,
            int               by,
            const char       *label)
{
  g_autoptr (WayRecord) moved = way_record_copy (record);
  g_autoptr (GPtrArray) others = list_others (places, record);
  guint index = 0;

  /* Before those that come after it now. */
  while (index < others->len && (way_record_get_position (others->pdata[index]) < way_record_get_position (record) ||
                                 (way_record_get_position (others->pdata[index]) == way_record_get_position (record) &&
                                  strcmp (way_record_get_id (others->pdata[index]), way_record_get_id (record)) < 0)))
    index++;
  if (by < 0 ? index == 0 : index >= others->len)
    return FALSE;
  return way_outline_edits_put (context, places, moved, index + by, label);
}

static gboolean
move_card (WayMapContext    *context,
           WayOutlinePlaces *places,
           WayRecord        *card,
           WayOutlineStep    step)
{
  gboolean across = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_DOWN;
  int by = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_EARLIER ? -1 : 1;
  guint field = across ? WAY_CARD_LANE : WAY_CARD_STAGE;
  const char *to;
  g_autoptr (WayRecord) moved = NULL;

  if (across && move_among (context, places, card, by, _("Move card")))
    return TRUE;
  to = way_outline_places_get_neighbour (places, across ? WAY_KIND_LANE : WAY_KIND_STAGE, way_record_get_text (card, field), by);
  if (to == NULL)
    return FALSE;
  moved = way_record_copy (card);
  way_record_set_text (moved, field, to);
  return way_outline_edits_put (context, places, moved, step == WAY_OUTLINE_DOWN ? 0 : G_MAXUINT, _("Move card"));
}

static gboolean
move_to_neighbour (WayMapContext    *context,
                   WayOutlinePlaces *places,
                   WayRecord        *record,
                   guint             field,
                   WayKind           kind,
                   int               by,
                   const char       *label)
{
  const char *to = way_outline_places_get_neighbour (places, kind, way_record_get_text (record, field), by);
  g_autoptr (WayRecord) moved = way_record_copy (record);

  if (to == NULL)
    return FALSE;
  way_record_set_text (moved, field, to);
  return way_outline_edits_put (context, places, moved, G_MAXUINT, label);
}

/**
 * way_outline_edits_move:
 * @context: what it works with
 * @places: what the map holds
 * @step: which way
 *
 * Moves what is selected: cards and steps past their neighbours and on into the next lane or stage, lanes and stages among themselves.
 *
 * Returns: whether it is elsewhere now
 */
gboolean
way_outline_edits_move (WayMapContext    *context,
                        WayOutlinePlaces *places,
                        WayOutlineStep    step)
{
  WayRecord *found = way_outline_places_get (places, way_map_context_get_selection (context)->id);
  g_autoptr (WayRecord) record = found != NULL ? g_object_ref (found) : NULL;
  int by = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_EARLIER ? -1 : 1;
  gboolean across = step == WAY_OUTLINE_UP || step == WAY_OUTLINE_DOWN;

  if (record == NULL)
    return FALSE;
  switch (way_record_get_kind (record))
    {
    case WAY_KIND_CARD:
      return move_card (context, places, record, step);
    case WAY_KIND_STAGE:
      return move_among (context, places, record, by, _("Move stage"));
    case WAY_KIND_LANE:
      return move_among (context, places, record, by, _("Move lane"));
    case WAY_KIND_FEELING:
      return across ? move_among (context, places, record, by, _("Move feeling"))
                    : move_to_neighbour (context, places, record, WAY_FEELING_STAGE, WAY_KIND_STAGE, by, _("Move feeling"));
    case WAY_KIND_STEP:
      return across ? move_to_neighbour (context, places, record, WAY_STEP_LANE, WAY_KIND_LANE, by, _("Move step"))
                    : move_among (context, places, record, by, _("Move step"));
    default:
      return FALSE;
    }
}
