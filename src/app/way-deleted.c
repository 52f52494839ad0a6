/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said when something was deleted, beside the button that brings it back. */
#include "app/way-deleted.h"

#include "base/way-i18n.h"

/**
 * way_deleted_dup_words:
 * @edit: an edit that drops records
 *
 * Returns: (transfer full): what it deleted, in words
 */
char *
way_deleted_dup_words (WayEdit *edit)
{
  guint n = way_edit_get_length (edit);
  WayKind kind = way_edit_get_operation (edit, 0)->kind;

  for (guint i = 1; i < n; i++)
    if (way_edit_get_operation (edit, i)->kind != kind)
      return g_strdup (way_edit_get_label (edit));
  switch ((int) kind)
    {
    case WAY_KIND_CARD:
      return g_strdup_printf (ngettext ("Card deleted", "%u cards deleted", n), n);
    case WAY_KIND_STAGE:
      return g_strdup (_("Stage deleted, with what was under it"));
    case WAY_KIND_LANE:
      return g_strdup (_("Lane deleted, with what was in it"));
    case WAY_KIND_FEELING:
      return g_strdup (_("Feeling deleted"));
    case WAY_KIND_STEP:
      return g_strdup_printf (ngettext ("Step deleted, with its links", "%u steps deleted, with their links", n), n);
    case WAY_KIND_LINK:
      return g_strdup (_("Link deleted"));
    case WAY_KIND_FLAG:
      return g_strdup (_("Flag deleted"));
    default:
      return g_strdup (way_edit_get_label (edit));
    }
}
