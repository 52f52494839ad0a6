/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines of the outline say. */
#include "app/way-outline-names.h"

#include "app/way-words.h"
#include "base/way-i18n.h"
#include "base/way-text.h"
#include "model/way-schema.h"

void
way_outline_names_stages (WayOutlineNode *node,
                          guint           n)
{
  g_autofree char *detail = g_strdup_printf (ngettext ("%u stage", "%u stages", n), n);

  way_outline_node_name (node, _("Stages"), detail);
}

void
way_outline_names_cell (WayOutlineNode *node,
                        WayRecord      *stage,
                        guint           n)
{
  g_autofree char *title = way_words_dup_name (stage);
  g_autofree char *detail = n > 0 ? g_strdup_printf (ngettext ("%u entry", "%u entries", n), n) : g_strdup (_("empty"));

  way_outline_node_name (node, title, detail);
}

static char *
dup_title (WayOutlinePlaces *places,
           WayRecord        *record)
{
  WayRecord *to;
  g_autofree char *name = NULL;

  if (way_record_get_kind (record) != WAY_KIND_LINK)
    return way_words_dup_text (record);
  to = way_outline_places_get (places, way_record_get_text (record, WAY_LINK_TO));
  name = to != NULL ? way_words_dup_name (to) : NULL;
  /* Translators: a link to a step. */
  return g_strdup_printf (_("To: %s"), name != NULL ? name : "");
}

static char *
dup_step_detail (WayOutlinePlaces *places,
                 WayRecord        *step,
                 guint             index,
                 guint             n)
{
  const char *kind = way_record_get_text (step, WAY_STEP_KIND), *organisation = way_outline_places_get_organisation (places, step);
  /* Translators: the kind of a step, and its place in its lane. */
  g_autofree char *place = g_strdup_printf (_("%s, %u of %u"), way_words_of_choice (WAY_KIND_STEP, kind != NULL ? kind : "step"), index + 1, n);

  /* Translators: what is said of a step, and the organisation that does it. */
  return organisation != NULL ? g_strdup_printf (_("%s · %s"), place, organisation) : g_steal_pointer (&place);
}

static char *
dup_detail (WayOutlinePlaces *places,
            WayRecord        *record,
            guint             index,
            guint             n)
{
  const char *kind;

  switch (way_record_get_kind (record))
    {
    case WAY_KIND_MAP:
      return g_strdup (way_words_of_choice (WAY_KIND_MAP, way_record_get_text (record, WAY_MAP_KIND)));
    case WAY_KIND_STAGE:
      /* Translators: the place of a stage among all. */
      return g_strdup_printf (_("stage %u of %u"), index + 1, n);
    case WAY_KIND_LANE:
      kind = way_record_get_text (record, WAY_LANE_KIND);
      /* Translators: the kind of a lane, and its place among all. */
      return g_strdup_printf (_("%s, lane %u of %u"), way_words_of_choice (WAY_KIND_LANE, kind != NULL ? kind : "custom"), index + 1, n);
    case WAY_KIND_CARD:
      /* Translators: the place of a card in its cell. */
      return g_strdup_printf (_("card %u of %u"), index + 1, n);
    case WAY_KIND_FEELING:
      /* Translators: the place of how somebody felt among those of the stage. */
      return g_strdup_printf (_("feeling %u of %u"), index + 1, n);
    case WAY_KIND_STEP:
      return dup_step_detail (places, record, index, n);
    case WAY_KIND_FLAG:
      return way_words_dup_flag (record);
    default:
      return way_words_dup_link (record);
    }
}

void
way_outline_names_record (WayOutlinePlaces *places,
                          WayOutlineNode   *node,
                          WayRecord        *record,
                          guint             index,
                          guint             n)
{
  g_autofree char *title = dup_title (places, record), *detail = dup_detail (places, record, index, n);

  way_outline_node_name (node, title, detail);
}
