/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of kinds, of lanes or of what else there are kinds of, beside something on the map: arrows or a first letter choose, Enter takes. */
#include "canvas/way-lane-chooser.h"

#include "base/way-i18n.h"
#include "canvas/way-canvas-private.h"

typedef struct
{
  WayCanvas *canvas;
  const WayLaneChoice *kinds;
  guint n_kinds;
  WayLaneChosen chosen;
  gpointer data;
  const char *kind;           /* nullable until one is taken */
} Asking;

static const char *
get_name (const WayLaneChoice *choice)
{
  return g_dpgettext2 (NULL, choice->context, choice->name);
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row,
              GtkPopover    *popover)
{
  Asking *asking = g_object_get_data (G_OBJECT (popover), "asking");

  asking->kind = asking->kinds[gtk_list_box_row_get_index (row)].kind;
  gtk_popover_popdown (popover);
}

static void
select_row (GtkListBox *list,
            int         index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  gtk_list_box_select_row (list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* A letter goes on to the next kind that begins with it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkListBox            *list)
{
  const Asking *asking = g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)), "asking");
  gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (key));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  guint at = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if (letter == 0 || !g_unichar_isalpha (letter) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 1; i <= asking->n_kinds; i++)
    {
      guint index = (at + i) % asking->n_kinds;
      const char *name = get_name (&asking->kinds[index]);

      if (g_unichar_tolower (g_utf8_get_char (name)) == letter)
        {
          select_row (list, index);
          break;
        }
    }
  return GDK_EVENT_STOP;
}

static gboolean
remove_cb (gpointer data)
{
  WayCanvas *canvas = data;
  Asking asking = *(Asking *) g_object_get_data (G_OBJECT (canvas->chooser), "asking");

  canvas->chooser_removal = 0;
  g_clear_pointer (&canvas->chooser, gtk_widget_unparent);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (asking.kind != NULL)
    asking.chosen (canvas, asking.kind, asking.data);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkPopover *popover,
           WayCanvas  *canvas)
{
  /* It is still being closed here, and then gives the focus back; the answer must be there before the next key is. */
  if (canvas->chooser == GTK_WIDGET (popover) && canvas->chooser_removal == 0)
    canvas->chooser_removal = g_idle_add_full (G_PRIORITY_HIGH, remove_cb, canvas, NULL);
}

static GtkWidget *
make_row (const WayLaneChoice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = gtk_list_box_row_new ();
  const char *text = get_name (choice);
  GtkWidget *name = gtk_label_new (text), *about = gtk_label_new (_(choice->about));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), about);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(choice->about), -1);
  return row;
}

static GtkWidget *
make_list (const Asking *asking,
           const char   *title,
           const char   *kind)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  for (guint i = 0; i < asking->n_kinds; i++)
    {
      GtkWidget *row = make_row (&asking->kinds[i]);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (i == 0 || g_strcmp0 (asking->kinds[i].kind, kind) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
    }
  return list;
}

/**
 * way_lane_chooser_ask:
 * @canvas: a canvas
 * @title: what is asked
 * @kinds: (array length=n_kinds): what there is to choose from; it stays
 * @n_kinds: how many that is
 * @kind: (nullable): the kind that is chosen at first
 * @area: what on the map it is about, in points
 * @chosen: called with the kind, unless none is chosen
 * @data: for @chosen
 */
void
way_lane_chooser_ask (WayCanvas           *canvas,
                      const char          *title,
                      const WayLaneChoice *kinds,
                      guint                n_kinds,
                      const char          *kind,
                      const WayRect       *area,
                      WayLaneChosen        chosen,
                      gpointer             data)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *heading = gtk_label_new (title);
  GtkWidget *list, *scrolled = gtk_scrolled_window_new ();
  WayRect place = way_view_from_map (&canvas->view, area);
  Asking *asking = g_new0 (Asking, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  way_lane_chooser_dispose (canvas);
  *asking = (Asking) { canvas, kinds, n_kinds, chosen, data };
  list = make_list (asking, title, kind);
  g_object_set_data_full (G_OBJECT (popover), "asking", asking, g_free);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list);
  gtk_widget_add_controller (list, keys);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), popover);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), canvas);

  gtk_widget_set_parent (popover, GTK_WIDGET (canvas));
  place.x = CLAMP (place.x, 0, MAX (0, canvas->view.width - 1));
  place.y = CLAMP (place.y, 0, MAX (0, canvas->view.height - 1));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { place.x, place.y, MAX (1, MIN (place.width, canvas->view.width - place.x)), 1 });
  canvas->chooser = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
  select_row (GTK_LIST_BOX (list), gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))));
}

/* Takes away what is asked, without an answer. */
void
way_lane_chooser_dispose (WayCanvas *canvas)
{
  g_clear_handle_id (&canvas->chooser_removal, g_source_remove);
  g_clear_pointer (&canvas->chooser, gtk_widget_unparent);
}
