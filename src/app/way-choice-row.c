/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a list to choose from. AdwComboRow (libadwaita 1.7) has nothing that assistive technology could do with it, and its list
 * only opens for keys and pointers; here there are two actions that step through what can be chosen. */
#include "app/way-choice-row.h"

#define SEARCHED 12           /* entries of a list beyond which there is a search */

struct _WayChoiceRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WayChoiceRow, way_choice_row, ADW_TYPE_COMBO_ROW)

static void
step (AdwComboRow *self,
      int          by)
{
  GListModel *words = adw_combo_row_get_model (self);
  guint n = words != NULL ? g_list_model_get_n_items (words) : 0, selected = adw_combo_row_get_selected (self);

  if (selected == GTK_INVALID_LIST_POSITION)
    selected = by > 0 ? 0 : n - 1;
  else
    selected += by;
  if (selected < n)
    adw_combo_row_set_selected (self, selected);
}

static void
choose_next (GtkWidget  *widget,
             const char *name,
             GVariant   *target)
{
  step (ADW_COMBO_ROW (widget), 1);
}

static void
choose_previous (GtkWidget  *widget,
                 const char *name,
                 GVariant   *target)
{
  step (ADW_COMBO_ROW (widget), -1);
}

static void
way_choice_row_class_init (WayChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "choice.next", NULL, choose_next);
  gtk_widget_class_install_action (widget_class, "choice.previous", NULL, choose_previous);
}

static void
way_choice_row_init (WayChoiceRow *self)
{
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
}

/**
 * way_choice_row_new:
 * @title: what is chosen
 *
 * Returns: (transfer floating): a row without anything to choose yet
 */
GtkWidget *
way_choice_row_new (const char *title)
{
  /* Under the title there is room for any words: they go on in a next line. */
  return g_object_new (WAY_TYPE_CHOICE_ROW, "title", title, "use-markup", FALSE, "use-subtitle", TRUE, NULL);
}

/**
 * way_choice_row_set_words:
 * @self: a row
 * @words: (array zero-terminated=1): what can be chosen
 *
 * Offers that. A list that stays the same stays: it may be the one that is being chosen from. Where another takes its place, the row
 * keeps the focus, which may have been in the list.
 */
void
way_choice_row_set_words (WayChoiceRow      *self,
                          const char *const *words)
{
  GListModel *before = adw_combo_row_get_model (ADW_COMBO_ROW (self));
  guint n = g_strv_length ((char **) words);
  gboolean same = before != NULL && g_list_model_get_n_items (before) == n, focused;
  g_autoptr (GtkStringList) list = NULL;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (before), i), words[i]);
  if (same)
    return;
  focused = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  list = gtk_string_list_new (words);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), n > SEARCHED);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
