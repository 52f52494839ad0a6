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
dup_link_title (WayMapContext *context,
                WayRecord     *link)
{
  g_autoptr (WayRecord) to = way_map_context_read (context, WAY_KIND_STEP, way_record_get_text (link, WAY_LINK_TO));
  g_autofree char *name = to != NULL ? way_words_dup_name (to) : NULL;

  /* Translators: a link to a step. */
  return g_strdup_printf (_("To: %s"), name != NULL ? name : "");
}

static char *
dup_detail (WayRecord *record,
            guint      index,
            guint      n)
{
  const char *kind;

  switch (way_record_get_kind (record))
    {
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
      kind = way_record_get_text (record, WAY_STEP_KIND);
      /* Translators: the kind of a step, and its place in its lane. */
      return g_strdup_printf (_("%s, %u of %u"), way_words_of_choice (WAY_KIND_STEP, kind != NULL ? kind : "step"), index + 1, n);
    default:
      kind = way_record_get_text (record, WAY_LINK_KIND);
      return g_strdup (way_words_of_choice (WAY_KIND_LINK, kind != NULL ? kind : "flow"));
    }
}

void
way_outline_names_record (WayMapContext  *context,
                          WayOutlineNode *node,
                          WayRecord      *record,
                          guint           index,
                          guint           n)
{
  g_autofree char *title = way_record_get_kind (record) == WAY_KIND_LINK ? dup_link_title (context, record) : way_words_dup_text (record);
  g_autofree char *detail = dup_detail (record, index, n);

  way_outline_node_name (node, title, detail);
}
