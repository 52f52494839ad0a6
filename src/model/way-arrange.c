/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions of records in their lists: a number half way between two neighbours, and new numbers for all when there is none. */
#include "model/way-arrange.h"

#include <math.h>

/**
 * way_arrange_between:
 * @before: (nullable): the record to follow, or %NULL to go first
 * @after: (nullable): the record to come before, or %NULL to go last
 * @position: (out): a position between the two
 *
 * Where both are %NULL or nothing follows, the position is one after the neighbour's, or `HUGE_VAL`, which goes last.
 *
 * Returns: whether there is such a number; without one the siblings need new ones, see [func@arrange_put]
 */
gboolean
way_arrange_between (WayRecord *before,
                     WayRecord *after,
                     double    *position)
{
  double low = before != NULL ? way_record_get_position (before) : -HUGE_VAL;
  double high = after != NULL ? way_record_get_position (after) : HUGE_VAL;

  if (isinf (low) && isinf (high))
    *position = HUGE_VAL;
  else if (isinf (low))
    *position = high - 1;
  else if (isinf (high))
    *position = low + 1;
  else
    *position = low / 2 + high / 2;
  return !isnan (*position) && *position > low && (*position < high || isinf (high)) &&
         (isfinite (*position) || (isinf (low) && isinf (high)));
}

static void
renumber (WayEdit   *edit,
          WayRecord *record,
          GPtrArray *siblings,
          guint      index)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      WayRecord *sibling = g_ptr_array_index (siblings, i);
      double position = i + 1 + (i >= index);
      g_autoptr (WayRecord) moved = NULL;

      if (way_record_get_position (sibling) == position)
        continue;
      moved = way_record_copy (sibling);
      way_record_set_position (moved, position);
      way_edit_put (edit, moved);
    }
  way_record_set_position (record, index + 1);
  way_edit_put (edit, record);
}

/**
 * way_arrange_put:
 * @edit: the edit to add to
 * @record: a record that is not sealed, to be put
 * @siblings: (element-type WayRecord): the other records of its list, in order, without @record
 * @index: how many of them come before @record
 *
 * Gives @record a position before the sibling at @index and puts it; siblings are put with new positions in the same edit where
 * there is no room between two of them.
 */
void
way_arrange_put (WayEdit   *edit,
                 WayRecord *record,
                 GPtrArray *siblings,
                 guint      index)
{
  double position;

  g_return_if_fail (index <= siblings->len);

  if (way_arrange_between (index > 0 ? g_ptr_array_index (siblings, index - 1) : NULL,
                           index < siblings->len ? g_ptr_array_index (siblings, index) : NULL, &position))
    {
      way_record_set_position (record, position);
      way_edit_put (edit, record);
    }
  else
    renumber (edit, record, siblings, index);
}
