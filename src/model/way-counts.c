/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the counts mean (interchange.md, Counts): every place that shows one takes it from here. */
#include "model/way-counts.h"

#include "model/way-schema.h"

#include <stdlib.h>
#include <string.h>

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/**
 * way_count_feeling:
 * @values: (array length=n) (inout): where people put a stage, −5 to 5, in any order; they are sorted
 * @n: how many
 * @count: (out): the number, median, lowest and highest; the median of an even number is the mean of the middle two
 */
void
way_count_feeling (double          *values,
                   guint            n,
                   WayFeelingCount *count)
{
  count->n = n;
  if (n == 0)
    return;
  qsort (values, n, sizeof *values, compare_numbers);
  count->median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  count->low = values[0];
  count->high = values[n - 1];
}

static void
clear_feeling (gpointer data)
{
  g_free (((WayFeelingCount *) data)->stage);
}

static void
count_feelings (WayJourneyCounts *counts,
                GPtrArray        *stages,
                GPtrArray        *feelings)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < stages->len; i++)
    g_hash_table_insert (values, (gpointer) way_record_get_id (stages->pdata[i]), g_array_new (FALSE, FALSE, sizeof (double)));
  for (guint i = 0; i < feelings->len; i++)
    {
      GArray *at_stage = g_hash_table_lookup (values, way_record_get_text (feelings->pdata[i], WAY_FEELING_STAGE));
      double value = way_record_get_number (feelings->pdata[i], WAY_FEELING_VALUE);

      if (at_stage != NULL)
        g_array_append_val (at_stage, value);
    }
  for (guint i = 0; i < stages->len; i++)
    {
      const char *id = way_record_get_id (stages->pdata[i]);
      GArray *at_stage = g_hash_table_lookup (values, id);
      WayFeelingCount count = { .stage = g_strdup (id) };

      way_count_feeling ((double *) (gpointer) at_stage->data, at_stage->len, &count);
      g_array_append_val (counts->feelings, count);
    }
}

/**
 * way_count_journey:
 * @lens: where to read
 * @map_id: a journey map
 * @error: what went wrong in reading
 *
 * Returns: (transfer full) (nullable): the counts of the map
 */
WayJourneyCounts *
way_count_journey (WayLens     *lens,
                   const char  *map_id,
                   GError     **error)
{
  g_autoptr (GPtrArray) stages = way_lens_list (lens, WAY_KIND_STAGE, map_id, error);
  g_autoptr (GPtrArray) lanes = stages != NULL ? way_lens_list (lens, WAY_KIND_LANE, map_id, error) : NULL;
  g_autoptr (GPtrArray) cards = lanes != NULL ? way_lens_list (lens, WAY_KIND_CARD, map_id, error) : NULL;
  g_autoptr (GPtrArray) feelings = cards != NULL ? way_lens_list (lens, WAY_KIND_FEELING, map_id, error) : NULL;
  WayJourneyCounts *counts;

  if (feelings == NULL)
    return NULL;
  counts = g_new0 (WayJourneyCounts, 1);
  counts->stages = stages->len;
  counts->lanes = lanes->len;
  counts->cards = cards->len;
  counts->feelings = g_array_new (FALSE, FALSE, sizeof (WayFeelingCount));
  g_array_set_clear_func (counts->feelings, clear_feeling);
  count_feelings (counts, stages, feelings);
  return counts;
}

void
way_journey_counts_free (WayJourneyCounts *self)
{
  g_array_unref (self->feelings);
  g_free (self);
}

/**
 * way_count_stories:
 * @lens: where to read
 * @counts: (out): the counts
 * @error: what went wrong in reading
 *
 * Counts each story under the widest audience that it is open to today: consent that is absent, past its last day or withdrawn counts
 * as none. Languages differ by their tag, whose case means nothing (BCP 47, 2.1.1).
 *
 * Returns: whether they could be read
 */
gboolean
way_count_stories (WayLens         *lens,
                   WayStoryCounts  *counts,
                   GError         **error)
{
  g_autoptr (GPtrArray) stories = way_lens_list (lens, WAY_KIND_STORY, NULL, error);
  g_autoptr (GPtrArray) quotes = stories != NULL ? way_lens_list (lens, WAY_KIND_QUOTE, NULL, error) : NULL;
  g_autoptr (GHashTable) languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (quotes == NULL)
    return FALSE;
  memset (counts, 0, sizeof *counts);
  counts->total = stories->len;
  counts->quotes = quotes->len;
  for (guint i = 0; i < stories->len; i++)
    {
      const char *language = way_record_get_text (stories->pdata[i], WAY_STORY_LANGUAGE);

      counts->by_audience[way_story_get_widest_audience (stories->pdata[i], way_lens_get_today (lens))]++;
      counts->withdrawn += way_story_is_withdrawn (stories->pdata[i]);
      if (language != NULL)
        g_hash_table_add (languages, g_ascii_strdown (language, -1));
    }
  counts->languages = g_hash_table_size (languages);
  return TRUE;
}

static WayPhaseCount *
find_phase (WayWorkshopCounts *counts,
            WayRecord         *workshop)
{
  const char *phase = way_record_get_text (workshop, WAY_WORKSHOP_PHASE);

  for (guint i = 0; i < WAY_N_PHASES; i++)
    if (g_strcmp0 (counts->by_phase[i].phase, phase) == 0)
      return &counts->by_phase[i];
  return NULL;
}

/**
 * way_count_workshops:
 * @lens: where to read
 * @counts: (out): the counts
 * @error: what went wrong in reading
 *
 * Counts workshops and attendances: somebody who came twice counts twice.
 *
 * Returns: whether they could be read
 */
gboolean
way_count_workshops (WayLens            *lens,
                     WayWorkshopCounts  *counts,
                     GError            **error)
{
  const WayField *field = &way_kind_get_info (WAY_KIND_WORKSHOP)->fields[WAY_WORKSHOP_PHASE];
  g_autoptr (GPtrArray) workshops = way_lens_list (lens, WAY_KIND_WORKSHOP, NULL, error);

  if (workshops == NULL)
    return FALSE;
  memset (counts, 0, sizeof *counts);
  counts->workshops = workshops->len;
  for (guint i = 0; i < WAY_N_PHASES; i++)
    counts->by_phase[i].phase = field->choices[i];
  for (guint i = 0; i < workshops->len; i++)
    {
      WayPhaseCount *phase = find_phase (counts, workshops->pdata[i]);
      g_autoptr (GPtrArray) groups = way_lens_list (lens, WAY_KIND_ATTENDANCE, way_record_get_id (workshops->pdata[i]), error);
      guint64 came = 0;

      if (groups == NULL)
        return FALSE;
      for (guint j = 0; j < groups->len; j++)
        came += way_record_get_number (groups->pdata[j], WAY_ATTENDANCE_COUNT);
      counts->attendances += came;
      if (phase != NULL)
        {
          phase->workshops++;
          phase->attendances += came;
        }
    }
  return TRUE;
}
