/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things were, as text: what the last layout went by, so that a scene that is made later can go by the same. */
#include "scene/way-pathway-kept.h"

#include <math.h>
#include <string.h>

#define FORMAT "places 1"
#define MOST_TEXT (8 * 1024 * 1024)
#define LAST_PLACE 1e7        /* points; beyond any map */
#define LAST_COLUMN 20000
#define MOST_CORNERS 2000     /* of one line */

/* The way of a link. */
typedef struct
{
  guint first, n;             /* in the points of all */
  double label_x, label_y;
} Way;

struct _WayPathwayKept
{
  GArray *points;             /* of WayPoint */
  GHashTable *ways;           /* id of a link → Way */
};

void
way_pathway_kept_free (WayPathwayKept *self)
{
  g_array_unref (self->points);
  g_hash_table_unref (self->ways);
  g_free (self);
}

static void
append_number (GString *text,
               double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, ' ');
  g_string_append (text, g_ascii_dtostr (digits, sizeof digits, number));
}

/**
 * way_pathway_dup_kept:
 * @layout: what is placed
 * @nodes: (element-type WayLayeredNode): its nodes, with the places that their layout went by
 * @links: (element-type WayLayeredLink): its edges, with the ways that it went by
 *
 * Writes a line for each step, with its lane, and for each link. Numbers are written to the last digit, so that who goes by them gets the same layout.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where nothing was anywhere
 */
char *
way_pathway_dup_kept (WayPathwayLayout *layout,
                      GArray           *nodes,
                      GArray           *links)
{
  g_autoptr (GString) text = g_string_new (FORMAT "\n");
  gsize empty = text->len;

  for (guint i = 0; i < nodes->len; i++)
    {
      const WayLayeredNode *node = &g_array_index (nodes, WayLayeredNode, i);
      const WayPathwayNode *step = WAY_LAYOUT_NODE (layout, i);

      if (!node->has_place)
        continue;
      g_string_append_printf (text, "step %s %s %u", way_record_get_id (step->step->record),
                              way_record_get_id (WAY_LAYOUT_LANE (layout, step->lane)->lane), node->was_column);
      append_number (text, node->was_x);
      append_number (text, node->was_y);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < links->len; i++)
    {
      const WayLayeredLink *link = &g_array_index (links, WayLayeredLink, i);

      if (link->n_was == 0)
        continue;
      g_string_append_printf (text, "link %s", way_record_get_id (WAY_LAYOUT_EDGE (layout, i)->record));
      append_number (text, link->was_label_x);
      append_number (text, link->was_label_y);
      for (guint k = 0; k < link->n_was; k++)
        {
          append_number (text, link->was[k].x);
          append_number (text, link->was[k].y);
        }
      g_string_append_c (text, '\n');
    }
  return text->len > empty ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static gboolean
read_place (const char *word,
            double     *place)
{
  char *end;

  *place = g_ascii_strtod (word, &end);
  return end != word && *end == '\0' && isfinite (*place) && *place >= 0 && *place <= LAST_PLACE;
}

static void
read_step (WayPathway *pathway,
           GStrv       words)
{
  WayPathwayStep *step = g_strv_length (words) == 6 ? g_hash_table_lookup (pathway->steps, words[1]) : NULL;
  guint64 column;
  double x, y;

  if (step == NULL || g_strcmp0 (way_record_get_text (step->record, WAY_STEP_LANE), words[2]) != 0 ||
      !g_ascii_string_to_unsigned (words[3], 10, 0, LAST_COLUMN, &column, NULL) || !read_place (words[4], &x) || !read_place (words[5], &y))
    return;
  step->has_place = TRUE;
  step->column = column;
  step->was_x = x;
  step->was_y = y;
}

static void
read_link (WayPathwayKept *self,
           WayPathway     *pathway,
           GStrv           words)
{
  guint n_words = g_strv_length (words);
  Way way = { .first = self->points->len };

  if (n_words < 6 || n_words % 2 != 0 || n_words > 4 + 2 * MOST_CORNERS || !g_hash_table_contains (pathway->links, words[1]) ||
      !read_place (words[2], &way.label_x) || !read_place (words[3], &way.label_y))
    return;
  for (guint i = 4; i < n_words; i += 2)
    {
      WayPoint point;

      if (!read_place (words[i], &point.x) || !read_place (words[i + 1], &point.y))
        {
          g_array_set_size (self->points, way.first);
          return;
        }
      g_array_append_val (self->points, point);
    }
  way.n = self->points->len - way.first;
  g_hash_table_replace (self->ways, g_strdup (words[1]), g_memdup2 (&way, sizeof way));
}

/**
 * way_pathway_take_kept:
 * @pathway: the records, not laid out yet
 * @text: what way_pathway_dup_kept() wrote, or anything else
 *
 * Gives the steps and links of @pathway the places in @text. It may be from anybody, and from before other changes: what does not fit is
 * passed over, and what does is no more than where things were to begin with.
 */
void
way_pathway_take_kept (WayPathway *pathway,
                       const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (strlen (text) > MOST_TEXT)
    return;
  lines = g_strsplit (text, "\n", -1);
  if (g_strcmp0 (lines[0], FORMAT) != 0)
    return;
  g_clear_pointer (&pathway->kept, way_pathway_kept_free);
  pathway->kept = g_new0 (WayPathwayKept, 1);
  pathway->kept->points = g_array_new (FALSE, FALSE, sizeof (WayPoint));
  pathway->kept->ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (g_strcmp0 (words[0], "step") == 0)
        read_step (pathway, words);
      else if (g_strcmp0 (words[0], "link") == 0)
        read_link (pathway->kept, pathway, words);
    }
}

/**
 * way_pathway_kept_apply:
 * @self: what was taken
 * @link: the id of a link
 * @next: the same link, for the first layout
 *
 * Tells a link where it went; what it then points to is there as long as @self.
 */
void
way_pathway_kept_apply (WayPathwayKept *self,
                        const char     *link,
                        WayLayeredLink *next)
{
  const Way *way = g_hash_table_lookup (self->ways, link);

  if (way == NULL)
    return;
  next->was = &g_array_index (self->points, WayPoint, way->first);
  next->n_was = way->n;
  next->was_label_x = way->label_x;
  next->was_label_y = way->label_y;
}
