/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar over the map that finds words on it while they are typed. */
#include "app/way-find-bar.h"

#include "base/way-i18n.h"

struct _WayFindBar
{
  AdwBin parent_instance;

  WayCanvas *canvas;          /* nullable */
  GtkSearchEntry *entry;
  GtkLabel *count;
};

enum { PROP_CANVAS = 1 };

G_DEFINE_FINAL_TYPE (WayFindBar, way_find_bar, ADW_TYPE_BIN)

/* Says how many there are, or which of them is selected. */
static void
tell (WayFindBar *self,
      guint       which)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n = self->canvas != NULL ? way_canvas_find (self->canvas, text) : 0;
  g_autofree char *said = NULL;

  if (*text == '\0')
    said = g_strdup ("");
  else if (n == 0)
    said = g_strdup (_("Not found"));
  else if (which > 0)
    /* Translators: which of how many that were found. */
    said = g_strdup_printf (_("%u of %u"), which, n);
  else
    said = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  if (g_str_equal (said, gtk_label_get_text (self->count)))
    return;
  gtk_label_set_text (self->count, said);
  if (*said != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   WayFindBar     *self)
{
  tell (self, 0);
}

static void
go_on (WayFindBar *self,
       gboolean    backwards)
{
  if (self->canvas == NULL)
    return;
  tell (self, 0);
  tell (self, way_canvas_find_next (self->canvas, backwards));
}

static void
next_cb (GtkWidget  *widget,
         WayFindBar *self)
{
  go_on (self, FALSE);
}

static void
previous_cb (GtkWidget  *widget,
             WayFindBar *self)
{
  go_on (self, TRUE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                WayFindBar            *self)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (modifiers & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  go_on (self, TRUE);
  return GDK_EVENT_STOP;
}

static void
close_cb (GtkWidget  *widget,
          WayFindBar *self)
{
  way_find_bar_close (self);
}

static GtkWidget *
make_button (const char *icon,
             const char *name,
             GCallback   clicked,
             WayFindBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static void
way_find_bar_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (id == PROP_CANVAS)
    g_set_weak_pointer (&WAY_FIND_BAR (object)->canvas, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
way_find_bar_dispose (GObject *object)
{
  g_clear_weak_pointer (&WAY_FIND_BAR (object)->canvas);

  G_OBJECT_CLASS (way_find_bar_parent_class)->dispose (object);
}

static void
way_find_bar_class_init (WayFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = way_find_bar_set_property;
  object_class->dispose = way_find_bar_dispose;
  g_object_class_install_property (object_class, PROP_CANVAS,
                                   g_param_spec_object ("canvas", NULL, NULL, WAY_TYPE_CANVAS, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
way_find_bar_init (WayFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (""));
  gtk_search_entry_set_search_delay (self->entry, 0);
  gtk_search_entry_set_placeholder_text (self->entry, _("Find on the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find on the map"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_label_set_width_chars (self->count, 9);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), make_button ("go-up-symbolic", _("Previous"), G_CALLBACK (previous_cb), self));
  gtk_box_append (GTK_BOX (box), make_button ("go-down-symbolic", _("Next"), G_CALLBACK (next_cb), self));
  gtk_box_append (GTK_BOX (box), make_button ("window-close-symbolic", _("End the Search"), G_CALLBACK (close_cb), self));
  gtk_widget_add_css_class (box, "over-map");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * way_find_bar_open:
 * @self: a find bar
 */
void
way_find_bar_open (WayFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  tell (self, 0);
}

/**
 * way_find_bar_close:
 * @self: a find bar
 *
 * Takes the marks off the map and gives it the keyboard.
 */
void
way_find_bar_close (WayFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->canvas == NULL)
    return;
  way_canvas_find (self->canvas, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}
