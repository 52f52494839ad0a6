/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway as a flowchart in Mermaid's text (docs/interchange.md, Graphs). */
#include "exchange/way-words.h"

#include "base/way-wait.h"
#include "model/way-schema.h"

#include <string.h>

/* Words between quotation marks, where Mermaid knows entities by number and nothing else of its own. */
static void
append_words (GString    *text,
              const char *words)
{
  g_string_append_c (text, '"');
  for (; words != NULL && *words != '\0'; words = g_utf8_next_char (words))
    {
      gunichar letter = g_utf8_get_char (words);

      if (letter == '\n')
        g_string_append (text, "<br>");
      else if (letter < 0x20 || strchr ("\"#<>&;`[]{}|\\", letter < 0x80 ? (int) letter : ' ') != NULL)
        g_string_append_printf (text, "#%u;", letter);
      else
        g_string_append_unichar (text, letter);
    }
  g_string_append_c (text, '"');
}

/* The brackets that draw each kind of step. */
static void
append_step (WayRecord *step,
             guint      number,
             GString   *text)
{
  const char *kind = way_record_get_text (step, WAY_STEP_KIND), *title = way_record_get_text (step, WAY_STEP_TITLE);
  const char *open = "[", *close = "]";

  if (g_strcmp0 (kind, "start") == 0)
    open = "([", close = "])";
  else if (g_strcmp0 (kind, "end") == 0)
    open = "(((", close = ")))";
  else if (g_strcmp0 (kind, "decision") == 0)
    open = "{", close = "}";
  g_string_append_printf (text, "    s%u%s", number, open);
  append_words (text, title != NULL ? title : " ");
  g_string_append_printf (text, "%s%s\n", close, g_strcmp0 (kind, "gap") == 0 ? ":::gap" : "");
}

static void
append_link (WayPathwayGraph *graph,
             guint            link,
             GString         *text)
{
  WayRecord *record = graph->links->pdata[link];
  const char *kind = way_record_get_text (record, WAY_LINK_KIND), *label = way_record_get_text (record, WAY_LINK_LABEL);
  double days = way_record_get_number (record, WAY_LINK_WAIT_DAYS);
  g_autofree char *wait = way_record_has (record, WAY_LINK_WAIT_DAYS) ? way_wait_dup_label (days) : NULL;
  g_autofree char *words = wait != NULL ? g_strdup_printf ("%s%s⧗ %s", label != NULL ? label : "", label != NULL ? " " : "", wait)
                           : g_strdup (label);

  if (graph->from[link] == WAY_PATHWAY_NOWHERE || graph->to[link] == WAY_PATHWAY_NOWHERE)
    return;
  g_string_append_printf (text, "  s%u %s", graph->from[link] + 1,
                          g_strcmp0 (kind, "information") == 0 ? "-.->" : g_strcmp0 (kind, "enables") == 0 ? "-.-o" : "-->");
  if (words != NULL)
    {
      g_string_append_c (text, '|');
      append_words (text, words);
      g_string_append_c (text, '|');
    }
  g_string_append_printf (text, " s%u\n", graph->to[link] + 1);
}

void
way_mermaid_append (WayPathwayPart *part,
                    GString        *text)
{
  WayPathwayGraph *graph = part->graph;
  g_autofree char *left_out = way_pathway_part_dup_left_out (part);

  g_string_append (text, "flowchart LR\n");
  if (left_out != NULL)
    g_string_append_printf (text, "  %%%% %s\n  %%%% %s\n", way_reading_get_remark (part->reading), left_out);
  for (guint i = 0; i < graph->lanes->len; i++)
    {
      WayRecord *lane = graph->lanes->pdata[i];
      const char *kind = way_record_get_text (lane, WAY_LANE_KIND);

      if (!part->lanes[i])
        continue;
      g_string_append_printf (text, "  subgraph %s%u [", kind != NULL ? kind : "lane", i + 1);
      append_words (text, way_record_get_text (lane, WAY_LANE_TITLE));
      g_string_append (text, "]\n");
      for (guint j = 0; j < graph->steps->len; j++)
        if (part->steps[j] && g_strcmp0 (way_record_get_text (graph->steps->pdata[j], WAY_STEP_LANE), way_record_get_id (lane)) == 0)
          append_step (graph->steps->pdata[j], j + 1, text);
      g_string_append (text, "  end\n");
    }
  for (guint i = 0; i < graph->links->len; i++)
    if (part->links[i])
      append_link (graph, i, text);
  g_string_append (text, "  classDef gap stroke:#bf3f17,stroke-dasharray:5 5\n");
}
