/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is offered below a text while it is written: nobody has to write a name to its end, or to know how it is spelt. */
#include "app/way-offers.h"

#include "base/way-text.h"

#define MOST 5

struct _WayOffers
{
  GtkBox parent_instance;

  WayTextField *field;        /* borrowed: what it stands below */
  WayOffersFind find;
  gpointer data;
  guint n;                    /* how many are offered */
  gboolean taking;            /* the text is being replaced by one of them */
  char *taken, *name;         /* nullable: the id that was taken last, and its name */
};

G_DEFINE_FINAL_TYPE (WayOffers, way_offers, GTK_TYPE_BOX)

static void
clear (WayOffers *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->n = 0;
}

static void
taken_cb (GtkButton *button,
          WayOffers *self)
{
  self->taking = TRUE;
  way_text_field_replace (self->field, g_object_get_data (G_OBJECT (button), "name"));
  self->taking = FALSE;
  g_set_str (&self->taken, g_object_get_data (G_OBJECT (button), "id"));
  g_free (self->name);
  self->name = way_text_field_dup_text (self->field);
  clear (self);
  way_text_field_focus (self->field);
  way_text_field_commit (self->field);
}

static void
written_cb (WayTextField *field,
            WayOffers    *self)
{
  g_autofree char *text = way_text_field_dup_text (field), *written = g_utf8_casefold (text, -1);

  if (self->taking)
    return;
  clear (self);
  if (way_text_field_is_changed (field) && !way_text_is_blank (written) && way_offers_get_taken (self) == NULL)
    self->find (self, written, self->data);
}

static void
way_offers_finalize (GObject *object)
{
  g_free (WAY_OFFERS (object)->taken);
  g_free (WAY_OFFERS (object)->name);

  G_OBJECT_CLASS (way_offers_parent_class)->finalize (object);
}

static void
way_offers_class_init (WayOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_offers_finalize;
}

static void
way_offers_init (WayOffers *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * way_offers_new:
 * @field: where a name is written
 * @find: called whenever something else stands there
 * @data: for @find
 *
 * Returns: (transfer none): the offers, which stand below @field
 */
WayOffers *
way_offers_new (WayTextField  *field,
                WayOffersFind  find,
                gpointer       data)
{
  WayOffers *self = g_object_new (WAY_TYPE_OFFERS, NULL);

  self->field = field;
  self->find = find;
  self->data = data;
  gtk_box_append (GTK_BOX (way_text_field_get_box (field)), GTK_WIDGET (self));
  g_signal_connect_object (field, "changed", G_CALLBACK (written_cb), self, G_CONNECT_DEFAULT);
  return self;
}

/**
 * way_offers_match:
 * @name: (nullable): a name
 * @written: what was written, casefolded
 *
 * Returns: whether @name has it in it
 */
gboolean
way_offers_match (const char *name,
                  const char *written)
{
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return folded != NULL && strstr (folded, written) != NULL;
}

/**
 * way_offers_add:
 * @self: offers
 * @id: what is taken with it
 * @name: what is written then
 * @label: what the offer says
 *
 * Returns: whether there is room for another
 */
gboolean
way_offers_add (WayOffers  *self,
                const char *id,
                const char *name,
                const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (taken_cb), self);
  gtk_box_append (GTK_BOX (self), button);
  return ++self->n < MOST;
}

/**
 * way_offers_get_taken:
 * @self: offers
 *
 * Returns: (nullable): the id of what was taken, as long as its name stands there
 */
const char *
way_offers_get_taken (WayOffers *self)
{
  g_autofree char *text = way_text_field_dup_text (self->field);

  return g_strcmp0 (self->name, text) == 0 ? self->taken : NULL;
}
