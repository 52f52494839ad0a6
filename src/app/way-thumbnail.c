/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small picture with words under it, as it stands in grids of maps and of workspaces. */
#include "app/way-thumbnail.h"

#include "app/way-picture.h"

struct _WayThumbnail
{
  GtkBox parent_instance;

  GtkWidget *picture, *title, *subtitle;
};

enum { PROP_PICTURE = 1, PROP_TITLE, PROP_SUBTITLE, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WayThumbnail, way_thumbnail, GTK_TYPE_BOX)

static void
way_thumbnail_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  WayThumbnail *self = WAY_THUMBNAIL (object);

  switch (id)
    {
    case PROP_PICTURE:
      gtk_picture_set_paintable (GTK_PICTURE (self->picture), g_value_get_object (value));
      break;
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->title), g_value_get_string (value));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      gtk_label_set_label (GTK_LABEL (self->subtitle), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_thumbnail_class_init (WayThumbnailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = way_thumbnail_set_property;
  props[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GDK_TYPE_PAINTABLE, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "thumbnail");
}

static GtkWidget *
add_label (WayThumbnail *self,
           int           lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static void
way_thumbnail_init (WayThumbnail *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  /* The words beside it say what it is. */
  self->picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "content-fit", GTK_CONTENT_FIT_COVER,
                                "width-request", WAY_PICTURE_WIDTH, "height-request", WAY_PICTURE_HEIGHT, "can-shrink", TRUE,
                                "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  gtk_box_append (GTK_BOX (self), self->picture);
  self->title = add_label (self, 2);
  self->subtitle = add_label (self, 2);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->subtitle, "caption");
  gtk_widget_add_css_class (self->subtitle, "dimmed");
}

GtkWidget *
way_thumbnail_new (void)
{
  return g_object_new (WAY_TYPE_THUMBNAIL, NULL);
}
