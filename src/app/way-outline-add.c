/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tools of the outline: what can be added to which kind of map, and how things are moved. */
#include "app/way-outline-add.h"

#include "app/way-outline-edits.h"
#include "app/way-words.h"
#include "base/way-i18n.h"
#include "model/way-schema.h"

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_choice (GtkWidget  *box,
            const char *label,
            WayKind     kind,
            const char *choice)
{
  GtkWidget *button = add_button (box, label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", way_kind_get_info (kind)->name, choice);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "outline.add");
}

static void
add_lanes (GtkWidget *box,
           gboolean   pathway)
{
  static const char *const of_journeys[] = { "doing", "thinking", "feeling", "touchpoints", "people", "pain", "ideas", "evidence", "custom", NULL };
  static const char *const of_pathways[] = { "person", "frontstage", "backstage", "support", "commissioning", NULL };
  const char *const *kinds = pathway ? of_pathways : of_journeys;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      /* Translators: to add a lane of this kind to the map. */
      g_autofree char *label = g_strdup_printf (_("Lane: %s"), way_words_of_choice (WAY_KIND_LANE, kinds[i]));

      add_choice (box, label, WAY_KIND_LANE, kinds[i]);
    }
}

static void
add_steps (GtkWidget *box)
{
  static const char *const kinds[] = { "step", "start", "decision", "end", "gap", NULL };

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      /* Translators: to add a step of this kind to the map. */
      g_autofree char *label = g_strdup_printf (_("Step: %s"), way_words_of_choice (WAY_KIND_STEP, kinds[i]));

      add_choice (box, label, WAY_KIND_STEP, kinds[i]);
    }
}

/**
 * way_outline_add_fill:
 * @button: the button that offers what can be added
 * @pathway: whether the map is a pathway
 */
void
way_outline_add_fill (GtkMenuButton *button,
                      gboolean       pathway)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();

  if (pathway)
    {
      add_steps (box);
      add_choice (box, _("Link to a Step"), WAY_KIND_LINK, "");
    }
  else
    {
      add_choice (box, _("Card"), WAY_KIND_CARD, "");
      add_choice (box, _("Stage"), WAY_KIND_STAGE, "");
      add_choice (box, _("How Somebody Felt"), WAY_KIND_FEELING, "");
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_button (box, _("Flag…"))), "outline.add-flag");
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_lanes (box, pathway);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
add_tool (GtkWidget  *bar,
          const char *icon_name,
          const char *label,
          const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

/**
 * way_outline_add_new_tools:
 * @add_button: (out): the button that offers what can be added
 *
 * Returns: (transfer floating): a bar of tools
 */
GtkWidget *
way_outline_add_new_tools (GtkWidget **add_button)
{
  static const struct { const char *icon_name, *label; WayOutlineStep step; } moves[] = {
    { "go-up-symbolic", N_("Move Up"), WAY_OUTLINE_UP },
    { "go-down-symbolic", N_("Move Down"), WAY_OUTLINE_DOWN },
    { "go-previous-symbolic", N_("Move Earlier"), WAY_OUTLINE_EARLIER },
    { "go-next-symbolic", N_("Move Later"), WAY_OUTLINE_LATER },
  };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "toolbar");
  *add_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (*add_button), "list-add-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (*add_button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (*add_button, _("Add to the Map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (*add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add to the Map"), -1);
  gtk_box_append (GTK_BOX (bar), *add_button);
  add_tool (bar, "document-edit-symbolic", _("Write Anew"), "outline.change");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GtkWidget *button = add_tool (bar, moves[i].icon_name, _(moves[i].label), NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", moves[i].step);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "outline.move");
    }
  add_tool (bar, "user-trash-symbolic", _("Delete"), "outline.delete");
  return bar;
}
