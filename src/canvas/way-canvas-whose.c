/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose what is typed is: a chip at the text, and the list of personas that it opens. */
#include "canvas/way-canvas-private.h"

#include "base/way-i18n.h"
#include "canvas/way-lane-chooser.h"

#include <string.h>

#define GAP 4

static const char *
get_name (WayRecord *persona)
{
  const char *name = way_record_get_text (persona, WAY_PERSONA_NAME);

  return name != NULL ? name : C_("persona", "Somebody");
}

static GPtrArray *
list_personas (WayCanvas *self)
{
  return way_lens_list (way_scene_get_lens (self->scene), WAY_KIND_PERSONA, NULL, NULL);
}

static char *
dup_name (WayCanvas *self)
{
  g_autoptr (WayRecord) persona = *self->editor.persona != '\0' ? way_canvas_read_record (self, WAY_KIND_PERSONA, self->editor.persona) : NULL;

  return g_strdup (persona != NULL ? get_name (persona) : _("Nobody in particular"));
}

static void
show_name (WayCanvas *self)
{
  g_autofree char *name = dup_name (self);
  /* Translators: said of a feeling that is typed, with the name of a persona. */
  g_autofree char *label = g_strdup_printf (_("Whose Feeling: %s"), name);
  /* Translators: said of a feeling that is typed, with the name of a persona. */
  g_autofree char *description = g_strdup_printf (_("Felt by: %s. Alt+Down chooses somebody else."), name);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->editor.chip));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor.chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor.view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
chosen_cb (WayCanvas  *self,
           const char *id,
           gpointer    data)
{
  g_autofree char *name = NULL, *said = NULL;

  if (self->editor.chip == NULL)
    return;
  g_strlcpy (self->editor.persona, id, sizeof self->editor.persona);
  self->whose.known = TRUE;
  g_strlcpy (self->whose.map, way_scene_get_map_id (self->scene), sizeof self->whose.map);
  g_strlcpy (self->whose.persona, id, sizeof self->whose.persona);
  g_set_str (&self->whose.picked, way_scene_get_personas (self->scene));
  show_name (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  name = dup_name (self);
  /* Translators: said when it was chosen who felt so, with the name of a persona. */
  said = g_strdup_printf (_("Felt by: %s"), name);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->editor.view), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Asks whose it is, beside what is typed, which stays. */
void
way_canvas_ask_whose (WayCanvas *self)
{
  g_autoptr (GPtrArray) personas = NULL;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (WayLaneChoice));

  if (self->editor.chip == NULL || (personas = list_personas (self)) == NULL)
    return;
  g_array_append_val (choices, ((WayLaneChoice) { .kind = "", .name = _("Nobody in particular") }));
  for (guint i = 0; i < personas->len; i++)
    g_array_append_val (choices, ((WayLaneChoice) { .kind = way_record_get_id (personas->pdata[i]), .name = get_name (personas->pdata[i]),
                                                    .about = way_record_get_text (personas->pdata[i], WAY_PERSONA_ABOUT) }));
  way_canvas_settle_composed (self);
  way_lane_chooser_ask (self, _("Whose Feeling Is It?"), (const WayLaneChoice *) choices->data, choices->len, self->editor.persona,
                        &self->editor.area, chosen_cb, NULL);
}

static void
clicked_cb (GtkButton *chip,
            WayCanvas *self)
{
  way_canvas_ask_whose (self);
}

/* A press on the chip is none on the map below, which would finish typing. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            WayCanvas       *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  way_canvas_ask_whose (self);
}

/* Shows whose what is typed is, where that is a question and there is somebody to choose. To be called when the text view is there. */
void
way_canvas_show_whose (WayCanvas *self)
{
  g_autoptr (GPtrArray) personas = self->editor.asks_whose ? list_personas (self) : NULL;
  GtkWidget *box, *label, *arrow;
  GtkGesture *press;

  if (personas == NULL || personas->len == 0)
    return;
  self->editor.chip = gtk_button_new ();
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  label = gtk_label_new (NULL);
  arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (self->editor.chip), box);
  gtk_widget_add_css_class (self->editor.chip, "card-whose");
  /* The focus stays in the text, where Alt and an arrow open the list. */
  gtk_widget_set_focusable (self->editor.chip, FALSE);
  gtk_widget_set_focus_on_click (self->editor.chip, FALSE);
  press = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->editor.chip, GTK_EVENT_CONTROLLER (press));
  g_signal_connect (self->editor.chip, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->editor.chip, GTK_WIDGET (self));
  show_name (self);
}

/* Below the text, or above where there is no room below; as wide as its name, from the side where text begins. @text is in the widget. */
void
way_canvas_allocate_whose (WayCanvas     *self,
                           const WayRect *text,
                           double         scale)
{
  int width, height;
  double x, y;
  GskTransform *transform;

  if (self->editor.chip == NULL)
    return;
  gtk_widget_measure (self->editor.chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->editor.chip, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  x = way_scene_is_right_to_left (self->scene) ? text->x + text->width - width * scale : text->x;
  y = text->y + text->height + GAP * scale;
  if (y + height * scale > self->view.height)
    y = text->y - (height + GAP) * scale;
  x = CLAMP (x, 0, MAX (0, self->view.width - width * scale));
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, MAX (0, y)));
  gtk_widget_allocate (self->editor.chip, width, height, -1, gsk_transform_scale (transform, scale, scale));
}

/* Whose something new is, unless nothing says so: the persona last chosen on this map, or the one that was picked out since.
 *
 * Returns: whether that is known; @persona is "" for nobody */
gboolean
way_canvas_recall_whose (WayCanvas  *self,
                         char      **persona)
{
  const char *picked = way_scene_get_personas (self->scene);
  gboolean known = self->whose.known && g_str_equal (self->whose.map, way_scene_get_map_id (self->scene));
  gboolean one = picked != NULL && *picked != '\0' && strchr (picked, ' ') == NULL;

  if (one && (!known || g_strcmp0 (self->whose.picked, picked) != 0))
    *persona = g_strdup (picked);
  else
    *persona = known ? g_strdup (self->whose.persona) : NULL;
  return one || known;
}
