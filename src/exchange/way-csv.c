/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway as a table of steps and links (docs/interchange.md, Tables): CSV by RFC 4180, safe for spreadsheets. */
#include "exchange/way-words.h"

#include "model/way-schema.h"

#include <string.h>

/* A cell that begins as a formula would be run by spreadsheets that open the file: it is written as text, behind an apostrophe. */
static void
append_cell (GString    *text,
             const char *cell,
             gboolean    last)
{
  gboolean risky = cell != NULL && *cell != '\0' && strchr ("=+-@\t\r'", *cell) != NULL;

  if (cell != NULL && (risky || strpbrk (cell, "\",;\r\n\t") != NULL || *cell == ' ' || g_str_has_suffix (cell, " ")))
    {
      g_autoptr (GString) quoted = g_string_new (cell);

      g_string_replace (quoted, "\"", "\"\"", 0);
      g_string_append_printf (text, "\"%s%s\"", risky ? "'" : "", quoted->str);
    }
  else if (cell != NULL)
    g_string_append (text, cell);
  g_string_append (text, last ? "\r\n" : ",");
}

/* Whether no other lane has the name and the kind of this one. */
static gboolean
is_alone (WayPathwayGraph *graph,
          WayRecord       *lane)
{
  for (guint i = 0; i < graph->lanes->len; i++)
    {
      WayRecord *other = graph->lanes->pdata[i];

      if (other != lane && g_strcmp0 (way_record_get_text (other, WAY_LANE_TITLE), way_record_get_text (lane, WAY_LANE_TITLE)) == 0 &&
          g_strcmp0 (way_record_get_text (other, WAY_LANE_KIND), way_record_get_text (lane, WAY_LANE_KIND)) == 0)
        return FALSE;
    }
  return TRUE;
}

/* What a lane is called in the rows of its steps: by its id where its name does not tell it from another. */
static const char *
get_lane_name (WayPathwayGraph *graph,
               WayRecord       *lane)
{
  return is_alone (graph, lane) ? way_record_get_text (lane, WAY_LANE_TITLE) : way_record_get_id (lane);
}

static void
append_step (WayLens         *lens,
             WayPathwayGraph *graph,
             WayRecord       *step,
             GString         *text)
{
  g_autofree char *organisation = way_words_dup_organisation (lens, step);
  WayRecord *lane = g_hash_table_lookup (graph->lanes_by_id, way_record_get_text (step, WAY_STEP_LANE));
  const char *kind = way_record_get_text (step, WAY_STEP_KIND);

  append_cell (text, kind != NULL ? kind : "step", FALSE);
  append_cell (text, way_record_get_id (step), FALSE);
  append_cell (text, way_record_get_text (step, WAY_STEP_TITLE), FALSE);
  append_cell (text, lane != NULL ? get_lane_name (graph, lane) : NULL, FALSE);
  append_cell (text, lane != NULL ? way_record_get_text (lane, WAY_LANE_KIND) : NULL, FALSE);
  append_cell (text, organisation, FALSE);
  append_cell (text, way_record_get_text (step, WAY_STEP_NOTE), FALSE);
  g_string_append (text, ",,,\r\n");
}

static void
append_link (WayRecord *link,
             GString   *text)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND);
  g_autofree char *wait = way_record_has (link, WAY_LINK_WAIT_DAYS) ? way_words_dup_number (way_record_get_number (link, WAY_LINK_WAIT_DAYS))
                          : NULL;

  append_cell (text, kind != NULL ? kind : "flow", FALSE);
  g_string_append (text, ",,,,,,");
  append_cell (text, way_record_get_text (link, WAY_LINK_FROM), FALSE);
  append_cell (text, way_record_get_text (link, WAY_LINK_TO), FALSE);
  append_cell (text, way_record_get_text (link, WAY_LINK_LABEL), FALSE);
  append_cell (text, wait, TRUE);
}

/* Whether lanes come in their order by their first steps, as whoever reads the table takes them, and each has a name of its own. */
static gboolean
are_in_order (WayPathwayPart *part)
{
  WayPathwayGraph *graph = part->graph;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint next = 0;

  for (guint i = 0; i < graph->lanes->len; i++)
    if (part->lanes[i] && !is_alone (graph, graph->lanes->pdata[i]))
      return FALSE;
  for (guint i = 0; i < graph->steps->len; i++)
    {
      const char *lane = way_record_get_text (graph->steps->pdata[i], WAY_STEP_LANE);

      if (!part->steps[i] || lane == NULL || !g_hash_table_add (seen, (gpointer) lane))
        continue;
      while (next < graph->lanes->len && !part->lanes[next])
        next++;
      if (next == graph->lanes->len || g_strcmp0 (way_record_get_id (graph->lanes->pdata[next++]), lane) != 0)
        return FALSE;
    }
  while (next < graph->lanes->len && !part->lanes[next])
    next++;
  return next == graph->lanes->len;
}

/* Lanes without steps, that come in another order, or that share a name, have rows of their own, so that they are not lost. */
static void
append_lanes (WayPathwayPart *part,
              GString        *text)
{
  WayPathwayGraph *graph = part->graph;

  if (are_in_order (part))
    return;
  for (guint i = 0; i < graph->lanes->len; i++)
    if (part->lanes[i])
      {
        WayRecord *lane = graph->lanes->pdata[i];

        g_string_append (text, "lane,");
        append_cell (text, is_alone (graph, lane) ? NULL : way_record_get_id (lane), FALSE);
        g_string_append_c (text, ',');
        append_cell (text, way_record_get_text (lane, WAY_LANE_TITLE), FALSE);
        append_cell (text, way_record_get_text (lane, WAY_LANE_KIND), FALSE);
        g_string_append (text, ",,,,,\r\n");
      }
}

void
way_csv_append (WayLens        *lens,
                WayPathwayPart *part,
                GString        *text)
{
  WayPathwayGraph *graph = part->graph;

  /* Spreadsheets take a file without a mark for one of some old encoding. */
  g_string_append (text, "\ufeffkind,id,title,lane,lane kind,organisation,note,from,to,label,wait\r\n");
  append_lanes (part, text);
  for (guint i = 0; i < graph->steps->len; i++)
    if (part->steps[i])
      append_step (lens, graph, graph->steps->pdata[i], text);
  for (guint i = 0; i < graph->links->len; i++)
    if (part->links[i])
      append_link (graph->links->pdata[i], text);
}
