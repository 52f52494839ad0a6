/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing the step that a link leads to by typing its name: arrows choose among those that have it, Enter takes. */
#include "canvas/way-link-chooser.h"

#include "base/way-i18n.h"
#include "base/way-text.h"
#include "canvas/way-canvas-private.h"

#include <string.h>

/* So many are shown: whoever sees more types on. */
#define MOST_ROWS 60

static const struct
{
  const char *kind;
  const char *name;
} kinds[] = {
  { "flow", NC_("kind of link", "flow") },
  { "information", NC_("kind of link", "information") },
  { "enables", NC_("kind of link", "makes possible") },
};

typedef struct
{
  WayCanvas *canvas;
  WayLinkChosen chosen;
  char from[65];
  GtkWidget *entry, *list;    /* of the popover */
  GtkWidget *buttons[G_N_ELEMENTS (kinds)];
  char *to, *title;           /* nullable: the answer */
  const char *kind;           /* nullable until there is one */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->to);
  g_free (asking->title);
  g_free (asking);
}

static void
take (Asking        *asking,
      GtkListBoxRow *row)
{
  GtkWidget *popover = gtk_widget_get_ancestor (asking->list, GTK_TYPE_POPOVER);

  if (row == NULL)
    return;
  g_set_str (&asking->to, g_object_get_data (G_OBJECT (row), "step"));
  if (asking->to == NULL)
    g_set_str (&asking->title, gtk_editable_get_text (GTK_EDITABLE (asking->entry)));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (asking->buttons[i])))
      asking->kind = kinds[i].kind;
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row,
              Asking        *asking)
{
  take (asking, row);
}

static void
entered_cb (GtkEntry *entry,
            Asking   *asking)
{
  take (asking, gtk_list_box_get_selected_row (GTK_LIST_BOX (asking->list)));
}

static void
add_row (Asking     *asking,
         const char *step,
         const char *name,
         const char *about)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = gtk_list_box_row_new (), *label = gtk_label_new (name);
  g_autofree char *said = *about != '\0' ? g_strdup_printf ("%s, %s", name, about) : g_strdup (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (box), label);
  if (*about != '\0')
    {
      GtkWidget *caption = gtk_label_new (about);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dimmed");
      gtk_box_append (GTK_BOX (box), caption);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "step", g_strdup (step), g_free);
  g_object_set_data_full (G_OBJECT (row), "said", g_steal_pointer (&said), g_free);
  gtk_list_box_append (GTK_LIST_BOX (asking->list), row);
}

static const char *
get_lane_title (WayScene *scene,
                int       group)
{
  while (group >= 0 && way_scene_get_group (scene, group)->role != WAY_GROUP_LANE)
    group = way_scene_get_group (scene, group)->parent;
  return group >= 0 && way_scene_get_group (scene, group)->label != NULL ? way_scene_get_group (scene, group)->label : "";
}

/* The group of a step is called what the step is. */
static const char *
get_title (WayScene      *scene,
           const WayItem *step)
{
  const char *title = way_scene_get_group (scene, step->group)->label;

  return !way_text_is_blank (title) ? title : C_("link", "a step without a name");
}

/**
 * way_link_chooser_rank:
 * @title: the title of a step
 * @sought: what was typed, folded by way_canvas_dup_folded() and stripped
 *
 * Returns: how well one fits the other: 0 where it is the whole title, 1 where the title begins with it, 2 where it has it, and 3 where
 *   it does not
 */
guint
way_link_chooser_rank (const char *title,
                       const char *sought)
{
  g_autofree char *folded = g_strstrip (way_canvas_dup_folded (title));

  if (g_str_equal (folded, sought))
    return 0;
  if (g_str_has_prefix (folded, sought))
    return 1;
  return strstr (folded, sought) != NULL ? 2 : 3;
}

/* Tells steps of one name in one lane apart, by their order on the map. */
static char *
dup_about (WayScene      *scene,
           const WayItem *step)
{
  const char *title = get_title (scene, step), *lane = get_lane_title (scene, step->group);
  guint number = 0, of = 0;

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);

      if (item->role != WAY_ROLE_STEP || item->id == NULL || !g_str_equal (get_title (scene, item), title) ||
          !g_str_equal (get_lane_title (scene, item->group), lane))
        continue;
      of++;
      if (item == step)
        number = of;
    }
  /* Translators: a step among those with the same name: the lane that it is in, its number and how many there are. */
  return of > 1 ? g_strdup_printf (C_("link", "%1$s, %2$u of %3$u"), lane, number, of) : g_strdup (lane);
}

/* How well each item fits; what is not a step that can be linked to does not. */
static guint8 *
rank_items (Asking     *asking,
            const char *sought)
{
  WayScene *scene = asking->canvas->scene;
  guint8 *ranks = g_new (guint8, MAX (way_scene_get_n_items (scene), 1));

  for (guint i = 0; i < way_scene_get_n_items (scene); i++)
    {
      const WayItem *item = way_scene_get_item (scene, i);
      gboolean fits = item->role == WAY_ROLE_STEP && item->id != NULL && !g_str_equal (item->id, asking->from);

      ranks[i] = fits ? way_link_chooser_rank (get_title (scene, item), sought) : 3;
    }
  return ranks;
}

/* Adds the steps with the names that were typed, then those that begin with that, then those that have it. */
static void
add_steps (Asking     *asking,
           const char *sought)
{
  WayScene *scene = asking->canvas->scene;
  g_autofree guint8 *ranks = rank_items (asking, sought);
  guint n_rows = 0;

  for (guint rank = 0; rank < 3; rank++)
    for (guint i = 0; i < way_scene_get_n_items (scene) && n_rows < MOST_ROWS; i++)
      if (ranks[i] == rank)
        {
          const WayItem *item = way_scene_get_item (scene, i);
          g_autofree char *about = dup_about (scene, item);

          add_row (asking, item->id, get_title (scene, item), about);
          n_rows++;
        }
}

static void
fill_list (Asking *asking)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (asking->entry));
  g_autofree char *sought = way_canvas_dup_folded (text);

  gtk_list_box_remove_all (GTK_LIST_BOX (asking->list));
  g_strstrip (sought);
  add_steps (asking, sought);
  if (!way_text_is_blank (text))
    {
      /* Translators: a step that is made, with the name that was typed. */
      g_autofree char *name = g_strdup_printf (_("New step “%s”"), text);

      add_row (asking, NULL, name, "");
    }
  gtk_list_box_select_row (GTK_LIST_BOX (asking->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (asking->list), 0));
}

static void
changed_cb (GtkEditable *entry,
            Asking      *asking)
{
  fill_list (asking);
}

/* The list is chosen from while the focus stays where is typed: what is chosen is said. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                Asking                *asking)
{
  GtkListBox *list = GTK_LIST_BOX (asking->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  GtkWidget *scrolled = gtk_widget_get_ancestor (asking->list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t place;

  if (row == NULL || (key != GDK_KEY_Up && key != GDK_KEY_Down) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (list, gtk_list_box_row_get_index (row) + (key == GDK_KEY_Down ? 1 : -1));
  if (row == NULL)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), asking->list, &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
  gtk_accessible_announce (GTK_ACCESSIBLE (asking->entry), g_object_get_data (G_OBJECT (row), "said"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return GDK_EVENT_STOP;
}

static gboolean
remove_cb (gpointer data)
{
  WayCanvas *canvas = data;
  Asking *asking = g_object_get_data (G_OBJECT (canvas->chooser), "asking");
  g_autofree char *to = g_steal_pointer (&asking->to);
  g_autofree char *title = g_steal_pointer (&asking->title);
  g_autofree char *from = g_strdup (asking->from);
  WayLinkChosen chosen = asking->chosen;
  const char *kind = asking->kind;

  canvas->chooser_removal = 0;
  g_clear_pointer (&canvas->chooser, gtk_widget_unparent);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (kind != NULL && (to != NULL || !way_text_is_blank (title)))
    chosen (canvas, from, to, title, kind);
  return G_SOURCE_REMOVE;
}

/* It is still being closed here, and then gives the focus back; the answer must be there before the next key is. */
static void
closed_cb (GtkPopover *popover,
           WayCanvas  *canvas)
{
  if (canvas->chooser == GTK_WIDGET (popover) && canvas->chooser_removal == 0)
    canvas->chooser_removal = g_idle_add_full (G_PRIORITY_HIGH, remove_cb, canvas, NULL);
}

static GtkWidget *
make_kinds (Asking     *asking,
            const char *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      asking->buttons[i] = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "kind of link", kinds[i].name));
      gtk_widget_set_hexpand (asking->buttons[i], TRUE);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (asking->buttons[i]), GTK_TOGGLE_BUTTON (asking->buttons[0]));
      if (i == 0 || g_str_equal (kinds[i].kind, kind))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (asking->buttons[i]), TRUE);
      gtk_box_append (GTK_BOX (box), asking->buttons[i]);
    }
  return box;
}

static GtkWidget *
make_content (Asking     *asking,
              const char *title,
              const char *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *heading = gtk_label_new (title), *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  asking->entry = gtk_entry_new ();
  asking->list = gtk_list_box_new ();
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 36);
  gtk_widget_add_css_class (heading, "heading");
  gtk_entry_set_placeholder_text (GTK_ENTRY (asking->entry), _("Name of a step"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (asking->list), GTK_SELECTION_BROWSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), asking->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 200);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), asking->entry);
  gtk_box_append (GTK_BOX (box), make_kinds (asking, kind));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), asking);
  gtk_widget_add_controller (asking->entry, keys);
  g_signal_connect (asking->entry, "changed", G_CALLBACK (changed_cb), asking);
  g_signal_connect (asking->entry, "activate", G_CALLBACK (entered_cb), asking);
  g_signal_connect (asking->list, "row-activated", G_CALLBACK (activated_cb), asking);
  return box;
}

/**
 * way_link_chooser_ask:
 * @canvas: a canvas that shows a pathway map
 * @from: the id of a step on it
 * @kind: the kind of link that is chosen at first
 * @chosen: called with the step that a link is to lead to, unless none is chosen
 */
void
way_link_chooser_ask (WayCanvas     *canvas,
                      const char    *from,
                      const char    *kind,
                      WayLinkChosen  chosen)
{
  int item = way_scene_find (canvas->scene, from);
  GtkWidget *popover;
  Asking *asking;
  WayRect place;
  g_autofree char *title = NULL;

  g_return_if_fail (item >= 0);

  way_canvas_dispose_popovers (canvas);
  popover = gtk_popover_new ();
  asking = g_new0 (Asking, 1);
  asking->canvas = canvas;
  asking->chosen = chosen;
  g_strlcpy (asking->from, from, sizeof asking->from);
  g_object_set_data_full (G_OBJECT (popover), "asking", asking, asking_free);
  /* Translators: the title of a step. */
  title = g_strdup_printf (_("Link from “%s” to"), get_title (canvas->scene, way_scene_get_item (canvas->scene, item)));
  gtk_popover_set_child (GTK_POPOVER (popover), make_content (asking, title, kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), canvas);
  fill_list (asking);

  place = way_view_from_map (&canvas->view, &way_scene_get_item (canvas->scene, item)->bounds);
  place.x = CLAMP (place.x + place.width / 2, 0, MAX (0, canvas->view.width - 1));
  place.y = CLAMP (place.y + place.height, 0, MAX (0, canvas->view.height - 1));
  gtk_widget_set_parent (popover, GTK_WIDGET (canvas));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { place.x, place.y, 1, 1 });
  canvas->chooser = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (asking->entry);
}
