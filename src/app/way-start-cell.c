/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to begin with, with its picture, its name and what is to be known of it. */
#include "app/way-start-cell.h"

#include "app/way-glimpse.h"
#include "app/way-picture.h"
#include "app/way-place.h"
#include "app/way-thumbnail.h"
#include "base/way-i18n.h"

#include <adwaita.h>

#define ICON_SIZE 64
#define CELL_WIDTH (WAY_PICTURE_WIDTH + 12)

struct _WayStartCell
{
  GtkFlowBoxChild parent_instance;

  GFile *file;                /* nullable */
  char *template;             /* nullable: its name */
  char *title;
  GCancellable *cancellable;  /* of looking at the file */
  gboolean gone;
  gboolean drawn, dark;       /* whether a picture was asked for, and in which style */
  GtkWidget *thumbnail;
};

G_DEFINE_FINAL_TYPE (WayStartCell, way_start_cell, GTK_TYPE_FLOW_BOX_CHILD)

static void
way_start_cell_dispose (GObject *object)
{
  WayStartCell *self = WAY_START_CELL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (way_start_cell_parent_class)->dispose (object);
}

static void
way_start_cell_finalize (GObject *object)
{
  g_free (WAY_START_CELL (object)->template);
  g_free (WAY_START_CELL (object)->title);

  G_OBJECT_CLASS (way_start_cell_parent_class)->finalize (object);
}

static void
way_start_cell_class_init (WayStartCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_start_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_start_cell_finalize;
}

/* What stands where a picture is still to come, or never will. */
static GdkPaintable *
make_placeholder (GtkWidget *widget)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                                                  WAY_APPLICATION_ID, NULL, ICON_SIZE,
                                                                  gtk_widget_get_scale_factor (widget), GTK_TEXT_DIR_NONE, 0);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((WAY_PICTURE_WIDTH - ICON_SIZE) / 2.0f, (WAY_PICTURE_HEIGHT - ICON_SIZE) / 2.0f));
  gtk_snapshot_push_opacity (snapshot, 0.5);
  gdk_paintable_snapshot (GDK_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (WAY_PICTURE_WIDTH, WAY_PICTURE_HEIGHT));
}

static void
way_start_cell_init (WayStartCell *self)
{
  g_autoptr (GdkPaintable) placeholder = make_placeholder (GTK_WIDGET (self));
  GtkWidget *clamp;

  self->cancellable = g_cancellable_new ();
  self->thumbnail = way_thumbnail_new ();
  g_object_set (self->thumbnail, "picture", placeholder, NULL);
  gtk_widget_set_halign (self->thumbnail, GTK_ALIGN_FILL);
  /* Pictures of one size, however long the words under them are. */
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CELL_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), CELL_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->thumbnail);
  gtk_widget_set_halign (clamp, GTK_ALIGN_START);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), clamp);
}

static void
say (WayStartCell *self,
     const char   *about)
{
  g_object_set (self->thumbnail, "title", self->title, "subtitle", about, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  about, -1);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (WayStartCell) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autoptr (GDateTime) changed = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autofree char *folder = way_place_dup_folder (G_FILE (source)), *when = NULL, *about = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->gone = info == NULL;
  if (changed != NULL)
    when = way_place_dup_when (g_date_time_to_unix_usec (changed));
  if (self->gone)
    /* Translators: of a file that was open before; the folder that it was in. */
    about = g_strdup_printf (_("Not there now\nWas in %s"), folder);
  else
    about = when != NULL ? g_strdup_printf ("%s\n%s", folder, when) : g_strdup (folder);
  say (self, about);
}

/**
 * way_start_cell_new_for_file:
 * @file: a workspace that was open before
 *
 * Returns: (transfer floating): a cell that says where it is and when it was changed, once that is known
 */
GtkWidget *
way_start_cell_new_for_file (GFile *file)
{
  WayStartCell *self = g_object_new (WAY_TYPE_START_CELL, NULL);
  g_autofree char *name = g_file_get_basename (file), *folder = way_place_dup_folder (file);

  self->file = g_object_ref (file);
  if (g_str_has_suffix (name, ".waymark"))
    name[strlen (name) - strlen (".waymark")] = '\0';
  self->title = g_filename_display_name (name);
  say (self, folder);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT_IDLE, self->cancellable, looked_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * way_start_cell_new_for_template:
 * @name: the name of a template
 * @title: what it is called
 * @about: what it is for
 *
 * Returns: (transfer floating): a cell that says what it is for
 */
GtkWidget *
way_start_cell_new_for_template (const char *name,
                                 const char *title,
                                 const char *about)
{
  WayStartCell *self = g_object_new (WAY_TYPE_START_CELL, NULL);

  self->template = g_strdup (name);
  self->title = g_strdup (title);
  say (self, about);
  return GTK_WIDGET (self);
}

/**
 * way_start_cell_get_file:
 * @self: a cell
 *
 * Returns: (nullable) (transfer none): the file that it stands for
 */
GFile *
way_start_cell_get_file (WayStartCell *self)
{
  return self->file;
}

/**
 * way_start_cell_get_template:
 * @self: a cell
 *
 * Returns: (nullable): the name of the template that it stands for
 */
const char *
way_start_cell_get_template (WayStartCell *self)
{
  return self->template;
}

const char *
way_start_cell_get_title (WayStartCell *self)
{
  return self->title;
}

/**
 * way_start_cell_is_gone:
 * @self: a cell
 *
 * Returns: whether the file was not there when it was looked for
 */
gboolean
way_start_cell_is_gone (WayStartCell *self)
{
  return self->gone;
}

/**
 * way_start_cell_wants_picture:
 * @self: a cell
 * @dark: whether the picture should be dark
 *
 * Returns: whether such a picture was not asked for yet
 */
gboolean
way_start_cell_wants_picture (WayStartCell *self,
                              gboolean      dark)
{
  return !self->gone && (!self->drawn || self->dark != dark);
}

/**
 * way_start_cell_make_picture:
 * @self: a cell
 * @dark: whether the picture should be dark
 * @cancellable: to want it no more
 * @callback: called when it is there, for [func@glimpse_finish]
 * @data: for @callback
 */
void
way_start_cell_make_picture (WayStartCell        *self,
                             gboolean             dark,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->drawn = TRUE;
  self->dark = dark;
  if (self->file != NULL)
    way_glimpse_file_async (self->file, scale, dark, cancellable, callback, data);
  else
    way_glimpse_template_async (self->template, scale, dark, cancellable, callback, data);
}

void
way_start_cell_set_picture (WayStartCell *self,
                            GdkTexture   *picture)
{
  g_object_set (self->thumbnail, "picture", picture, NULL);
}
