/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts can be read in every style: their contrast, measured in pictures of the windows, is at least that of WCAG 2.2 AA. */
#include "windows.h"

#include "app/way-application.h"
#include "base/way-colour.h"
#include "base/way-text.h"

#include <locale.h>

#define LEAST 4.5 /* WCAG 2.2, 1.4.3 */

static AdwApplication *application;

typedef struct
{
  cairo_surface_t *surface;
  const guint32 *pixels;
  int width, height, stride;  /* of a line, in pixels */
} Picture;

/* What the window shows, once it has drawn anything: a busy machine takes its time. */
static GskRenderNode *
picture_look (Picture   *self,
              GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GskRenderNode *node = NULL;

  for (guint i = 0; i < 100 && node == NULL; i++)
    {
      g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (paintable);
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      self->width = gdk_paintable_get_intrinsic_width (still);
      self->height = gdk_paintable_get_intrinsic_height (still);
      gdk_paintable_snapshot (still, snapshot, self->width, self->height);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        way_windows_settle ();
    }
  g_assert_nonnull (node);
  return node;
}

static void
picture_take (Picture   *self,
              GtkWidget *window)
{
  g_autoptr (GskRenderNode) node = picture_look (self, window);
  g_autoptr (GdkTexture) texture = NULL;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  gdk_texture_download (texture, cairo_image_surface_get_data (self->surface), cairo_image_surface_get_stride (self->surface));
  cairo_surface_mark_dirty (self->surface);
  self->pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (self->surface);
  self->stride = cairo_image_surface_get_stride (self->surface) / 4;
}

static int
compare_pixels (gconstpointer a,
                gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

/* Between the ground, which most pixels of the area have, and the one that differs most: the middle of a stroke, whose edges are soft. */
static double
picture_measure (const Picture         *self,
                 const graphene_rect_t *area)
{
  int left = MAX (0, area->origin.x), top = MAX (0, area->origin.y);
  int right = MIN (self->width, area->origin.x + area->size.width), bottom = MIN (self->height, area->origin.y + area->size.height);
  g_autoptr (GArray) pixels = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint most = 0;
  WayColour ground = { 0 };
  double best = 1;

  for (int y = top; y < bottom; y++)
    if (right > left)
      g_array_append_vals (pixels, self->pixels + y * self->stride + left, right - left);
  g_array_sort (pixels, compare_pixels);
  for (guint i = 0, run = 0; i < pixels->len; i++)
    {
      run = i > 0 && g_array_index (pixels, guint32, i) == g_array_index (pixels, guint32, i - 1) ? run + 1 : 1;
      if (run <= most)
        continue;
      most = run;
      ground = way_colour_from_rgb (g_array_index (pixels, guint32, i) & 0xffffff);
    }
  for (guint i = 0; i < pixels->len; i++)
    if (i == 0 || g_array_index (pixels, guint32, i) != g_array_index (pixels, guint32, i - 1))
      {
        WayColour colour = way_colour_from_rgb (g_array_index (pixels, guint32, i) & 0xffffff);

        best = MAX (best, way_colour_get_contrast (&ground, &colour));
      }
  return best;
}

/* Whether all of it lies within what scrolls around it. */
static gboolean
is_in_sight (GtkWidget             *root,
             GtkWidget             *label,
             const graphene_rect_t *bounds)
{
  graphene_rect_t frame;

  for (GtkWidget *parent = gtk_widget_get_parent (label); parent != NULL; parent = gtk_widget_get_parent (parent))
    if ((GTK_IS_SCROLLED_WINDOW (parent) || GTK_IS_REVEALER (parent)) && gtk_widget_compute_bounds (parent, root, &frame) &&
        !graphene_rect_contains_rect (&frame, bounds))
      return FALSE;
  return TRUE;
}

/* What cannot be used now may be faint (1.4.3, inactive components). */
static guint
check_texts (const char    *page,
             const Picture *picture,
             GtkWidget     *root,
             GtkWidget     *widget)
{
  guint n = 0;
  graphene_rect_t bounds;
  double contrast;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_texts (page, picture, root, child);
  if (!GTK_IS_LABEL (widget) || way_text_is_blank (gtk_label_get_text (GTK_LABEL (widget))) ||
      !gtk_widget_compute_bounds (widget, root, &bounds) || bounds.size.width < 3 || bounds.size.height < 3 ||
      !is_in_sight (root, widget, &bounds))
    return n;
  contrast = picture_measure (picture, &bounds);
  if (contrast < LEAST)
    {
      g_printerr ("%s: “%s” has a contrast of %.2f\n", page, gtk_label_get_text (GTK_LABEL (widget)), contrast);
      g_test_fail_printf ("%s: “%s” has a contrast of %.2f", page, gtk_label_get_text (GTK_LABEL (widget)), contrast);
    }
  return n + 1;
}

/* The page, or the dialog in front of it: what is behind that is meant to be faint. */
static void
check_window (WayWindow  *window,
              const char *page)
{
  AdwDialog *dialog;
  Picture picture;

  way_windows_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  picture_take (&picture, GTK_WIDGET (window));
  g_assert_cmpuint (check_texts (page, &picture, GTK_WIDGET (window), dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window)), >, 3);
  if (g_getenv ("WAY_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.png", g_getenv ("WAY_PICTURES"), page);

      cairo_surface_write_to_png (picture.surface, path);
    }
  cairo_surface_destroy (picture.surface);
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  way_windows_settle ();
}

static void
check_action (WayWindow  *window,
              const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  check_window (window, action);
}

static void
test_style (gconstpointer data)
{
  static const char *const panes[] = { "inspector", "outline", "flags", "findings", "personas" };
  static const WaySize size = { 1280, 900 };
  WayWindow *window;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (data));
  window = way_windows_open (application, &size, NULL);
  check_window (window, "the start page");
  check_action (window, "win.show-keys");
  gtk_window_destroy (GTK_WINDOW (window));

  window = way_windows_open (application, &size, g_getenv ("WAY_FILE"));
  way_window_show_page (window, "maps");
  check_window (window, "all maps");
  way_window_show_page (window, "1");
  check_window (window, "a map");
  check_action (window, "win.export");
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (way_window_get_view (window)), "view.show-pane", "s", panes[i]));
      check_window (window, panes[i]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_test (void)
{
  Picture picture = { .width = 20, .height = 20, .stride = 20 };
  g_autofree guint32 *pixels = g_new (guint32, 400);

  for (guint i = 0; i < 400; i++)
    pixels[i] = i == 50 ? 0xff777777 : 0xffffffff;
  picture.pixels = pixels;
  g_assert_cmpfloat_with_epsilon (picture_measure (&picture, &GRAPHENE_RECT_INIT (0, 0, 20, 20)), 4.48, 0.01);
  g_assert_cmpfloat (picture_measure (&picture, &GRAPHENE_RECT_INIT (0, 5, 20, 5)), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL, *file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("way-contrast-XXXXXX", &error);
  g_assert_no_error (error);
  file = g_build_filename (folder, "μαζί.waymark", NULL);
  way_windows_make_file (file);
  g_setenv ("WAY_FILE", file, TRUE);
  application = ADW_APPLICATION (way_application_new ());
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/contrast/the-test", test_the_test);
  g_test_add_data_func ("/contrast/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_style);
  g_test_add_data_func ("/contrast/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_style);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
