/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pathway as a graph in the language of Graphviz (docs/interchange.md, Graphs). */
#include "exchange/way-words.h"

#include "base/way-wait.h"
#include "model/way-schema.h"

/* A quoted string: only quotation marks and backslashes mean anything in it, and lines end in \n. */
static void
append_words (GString    *text,
              const char *words)
{
  g_string_append_c (text, '"');
  for (; words != NULL && *words != '\0'; words++)
    if (*words == '\n')
      g_string_append (text, "\\n");
    else if (*words == '"' || *words == '\\')
      g_string_append_printf (text, "\\%c", *words);
    else
      g_string_append_c (text, (guchar) *words >= 0x20 || *words == '\t' ? *words : ' ');
  g_string_append_c (text, '"');
}

/* Graphviz reads "&amp;" in a label as one character, so that words that look like that are written with it. */
static void
append_label (GString    *text,
              const char *words)
{
  g_autoptr (GString) label = g_string_new (words);

  g_string_replace (label, "&", "&amp;", 0);
  append_words (text, label->str);
}

static void
append_step (WayLens   *lens,
             WayRecord *step,
             GString   *text)
{
  static const struct { const char *kind, *look; } looks[] = {
    { "start", ", shape=oval, kind=start" }, { "end", ", shape=oval, peripheries=2, kind=end" },
    { "decision", ", shape=diamond, kind=decision" }, { "gap", ", shape=box, style=dashed, kind=gap" },
  };
  const char *kind = way_record_get_text (step, WAY_STEP_KIND), *title = way_record_get_text (step, WAY_STEP_TITLE);
  g_autofree char *organisation = way_words_dup_organisation (lens, step);

  g_string_append (text, "    ");
  append_words (text, way_record_get_id (step));
  g_string_append (text, " [label=");
  append_label (text, title != NULL ? title : " ");
  if (organisation != NULL)
    {
      g_string_append (text, ", organisation=");
      append_words (text, organisation);
    }
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (kind, looks[i].kind) == 0)
      g_string_append (text, looks[i].look);
  g_string_append (text, "];\n");
}

static void
append_link (WayRecord *link,
             GString   *text)
{
  const char *kind = way_record_get_text (link, WAY_LINK_KIND), *label = way_record_get_text (link, WAY_LINK_LABEL);
  double days = way_record_get_number (link, WAY_LINK_WAIT_DAYS);
  g_autofree char *wait = days > 0 ? way_wait_dup_label (days) : NULL, *number = way_words_dup_number (days);
  g_autofree char *words = wait != NULL ? g_strdup_printf ("%s%s⧗ %s", label != NULL ? label : "", label != NULL ? "\n" : "", wait)
                           : g_strdup (label);

  g_string_append (text, "  ");
  append_words (text, way_record_get_text (link, WAY_LINK_FROM));
  g_string_append (text, " -> ");
  append_words (text, way_record_get_text (link, WAY_LINK_TO));
  g_string_append_printf (text, " [kind=%s", kind != NULL ? kind : "flow");
  if (words != NULL)
    {
      g_string_append (text, ", label=");
      append_label (text, words);
    }
  if (way_record_has (link, WAY_LINK_WAIT_DAYS))
    g_string_append_printf (text, ", wait=%s", number);
  g_string_append (text, g_strcmp0 (kind, "information") == 0 ? ", style=dashed];\n"
                   : g_strcmp0 (kind, "enables") == 0 ? ", style=dotted];\n" : "];\n");
}

void
way_dot_append (WayLens        *lens,
                WayPathwayPart *part,
                GString        *text)
{
  WayPathwayGraph *graph = part->graph;
  g_autofree char *left_out = way_pathway_part_dup_left_out (part);

  g_string_append (text, "digraph ");
  append_words (text, graph->map != NULL ? way_record_get_text (graph->map, WAY_MAP_TITLE) : NULL);
  g_string_append (text, " {\n");
  if (left_out != NULL)
    g_string_append_printf (text, "  // %s\n  // %s\n", way_reading_get_remark (part->reading), left_out);
  g_string_append (text, "  rankdir=LR;\n  node [shape=box];\n");
  for (guint i = 0; i < graph->lanes->len; i++)
    {
      WayRecord *lane = graph->lanes->pdata[i];
      const char *kind = way_record_get_text (lane, WAY_LANE_KIND);

      if (!part->lanes[i])
        continue;
      g_string_append_printf (text, "  subgraph \"cluster_%u\" {\n    label=", i + 1);
      append_label (text, way_record_get_text (lane, WAY_LANE_TITLE));
      g_string_append_printf (text, ";\n    kind=%s;\n", kind != NULL ? kind : "person");
      for (guint j = 0; j < graph->steps->len; j++)
        if (part->steps[j] && g_strcmp0 (way_record_get_text (graph->steps->pdata[j], WAY_STEP_LANE), way_record_get_id (lane)) == 0)
          append_step (lens, graph->steps->pdata[j], text);
      g_string_append (text, "  }\n");
    }
  for (guint i = 0; i < graph->links->len; i++)
    if (part->links[i])
      append_link (graph->links->pdata[i], text);
  g_string_append (text, "}\n");
}
