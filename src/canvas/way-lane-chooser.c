/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of kinds, of lanes or of what else there are kinds of, or of names, beside something on the map: arrows or a first letter choose,
 * Enter takes. */
#include "canvas/way-lane-chooser.h"

#include "base/way-i18n.h"
#include "canvas/way-canvas-private.h"

#include <string.h>

#define NAME_WIDTH 60 /* in letters: personas may have long ones */
#define MOST_HEIGHT 420 /* of the list, in logical pixels */
#define LEAST_HEIGHT 72
#define AROUND 84 /* the heading and the edges of the popover */

/* One that can be chosen, in the words that are shown. */
typedef struct
{
  char *kind, *name;
  char *about;                /* nullable */
} Choice;

typedef struct
{
  WayCanvas *canvas;
  GArray *choices;            /* of Choice */
  WayLaneChosen chosen;
  gpointer data;
  const char *kind;           /* nullable until one is taken */
} Asking;

static void
clear_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->kind);
  g_free (choice->name);
  g_free (choice->about);
}

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_array_unref (asking->choices);
  g_free (asking);
}

static GArray *
new_choices (const WayLaneChoice *kinds,
             guint                n_kinds)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, clear_choice);
  for (guint i = 0; i < n_kinds; i++)
    {
      gboolean ours = kinds[i].context != NULL;
      const char *about = ours && kinds[i].about != NULL ? _(kinds[i].about) : kinds[i].about;
      /* Of what goes on for lines the first tells who or what it is. */
      Choice choice = {
        g_strdup (kinds[i].kind), g_strdup (ours ? g_dpgettext2 (NULL, kinds[i].context, kinds[i].name) : kinds[i].name),
        about != NULL ? g_strndup (about, strcspn (about, "\n")) : NULL,
      };

      g_array_append_val (choices, choice);
    }
  return choices;
}

static const Choice *
get_choice (const Asking *asking,
            guint         index)
{
  return &g_array_index (asking->choices, Choice, index);
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row,
              GtkPopover    *popover)
{
  Asking *asking = g_object_get_data (G_OBJECT (popover), "asking");

  asking->kind = get_choice (asking, gtk_list_box_row_get_index (row))->kind;
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
  for (guint i = 1; i <= asking->choices->len; i++)
    {
      guint index = (at + i) % asking->choices->len;

      if (g_unichar_tolower (g_utf8_get_char (get_choice (asking, index)->name)) == letter)
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
  Asking *asking = g_object_steal_data (G_OBJECT (canvas->chooser), "asking");

  canvas->chooser_removal = 0;
  g_clear_pointer (&canvas->chooser, gtk_widget_unparent);
  gtk_widget_grab_focus (canvas->editor.view != NULL ? canvas->editor.view : GTK_WIDGET (canvas));
  if (asking->kind != NULL)
    asking->chosen (canvas, asking->kind, asking->data);
  free_asking (asking);
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
make_row (const Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = gtk_list_box_row_new ();
  GtkWidget *name = gtk_label_new (choice->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_box_append (GTK_BOX (box), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name, -1);
  if (choice->about != NULL)
    {
      GtkWidget *about = gtk_label_new (choice->about);

      gtk_label_set_xalign (GTK_LABEL (about), 0);
      gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (about), NAME_WIDTH);
      gtk_widget_add_css_class (about, "caption");
      gtk_widget_add_css_class (about, "dimmed");
      gtk_box_append (GTK_BOX (box), about);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, choice->about, -1);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
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
  for (guint i = 0; i < asking->choices->len; i++)
    {
      GtkWidget *row = make_row (get_choice (asking, i));

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (i == 0 || g_strcmp0 (get_choice (asking, i)->kind, kind) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
    }
  return list;
}

static gboolean
get_bounds (WayCanvas *canvas,
            GtkWidget *widget,
            WayRect   *bounds)
{
  graphene_rect_t found;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (canvas), &found))
    return FALSE;
  *bounds = (WayRect) { found.origin.x, found.origin.y, found.size.width, found.size.height };
  return TRUE;
}

/* Where what is being typed is, with the chip at it, in the canvas; as wide as the chip, where that is what is asked about. */
static gboolean
get_typed_area (WayCanvas *canvas,
                WayRect   *area)
{
  WayRect chip;

  if (!get_bounds (canvas, canvas->editor.view, area))
    return FALSE;
  if (get_bounds (canvas, canvas->editor.chip, &chip))
    {
      *area = way_rect_union (area, &chip);
      area->x = chip.x;
      area->width = chip.width;
    }
  return TRUE;
}

/* What is being typed stays in sight: the list is on the side of it where there is more room, and no higher than that. */
static void
leave_in_sight (WayCanvas         *canvas,
                GtkPopover        *popover,
                GtkScrolledWindow *scrolled,
                WayRect           *area)
{
  double above = area->y, below = canvas->view.height - area->y - area->height, room = MAX (above, below);
  int natural;

  gtk_widget_measure (gtk_popover_get_child (popover), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  if (below >= natural + AROUND)
    room = below;
  gtk_popover_set_position (popover, room == below ? GTK_POS_BOTTOM : GTK_POS_TOP);
  gtk_scrolled_window_set_max_content_height (scrolled, CLAMP (room - AROUND, LEAST_HEIGHT, MOST_HEIGHT));
}

static void
point_to (WayCanvas         *canvas,
          GtkPopover        *popover,
          GtkScrolledWindow *scrolled,
          const WayRect     *area)
{
  WayRect place = way_view_from_map (&canvas->view, area), typed;

  place.height = 1;
  if (get_typed_area (canvas, &typed))
    {
      place = typed;
      leave_in_sight (canvas, popover, scrolled, &typed);
    }
  place.x = CLAMP (place.x, 0, MAX (0, canvas->view.width - 1));
  place.y = CLAMP (place.y, 0, MAX (0, canvas->view.height - 1));
  gtk_popover_set_pointing_to (popover, &(GdkRectangle) { place.x, place.y, MAX (1, MIN (place.width, canvas->view.width - place.x)), place.height });
}

static GtkWidget *
make_scrolled (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  return scrolled;
}

/**
 * way_lane_chooser_ask:
 * @canvas: a canvas
 * @title: what is asked
 * @kinds: (array length=n_kinds): what there is to choose from
 * @n_kinds: how many that is
 * @kind: (nullable): the kind that is chosen at first
 * @area: what on the map it is about, in points
 * @chosen: called with the kind, unless none is chosen
 * @data: for @chosen
 *
 * Asks beside @area, or beside what is being typed, which stays in sight.
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
  GtkWidget *list, *scrolled;
  Asking *asking = g_new0 (Asking, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  way_lane_chooser_dispose (canvas);
  *asking = (Asking) { canvas, new_choices (kinds, n_kinds), chosen, data };
  list = make_list (asking, title, kind);
  scrolled = make_scrolled (list);
  g_object_set_data_full (G_OBJECT (popover), "asking", asking, free_asking);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list);
  gtk_widget_add_controller (list, keys);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), popover);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), canvas);

  gtk_widget_set_parent (popover, GTK_WIDGET (canvas));
  point_to (canvas, GTK_POPOVER (popover), GTK_SCROLLED_WINDOW (scrolled), area);
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
