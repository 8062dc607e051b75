if vim.g.loaded_sqlreview then
  return
end
vim.g.loaded_sqlreview = true

vim.api.nvim_create_user_command('SqlReview', function(given)
  require('sqlreview').command(given.fargs)
end, {
  nargs = '+',
  complete = function(lead, line)
    return require('sqlreview').complete(lead, line)
  end,
  desc = 'impact, schema, rules [ID] or review: what sqlreview knows of this file and this workspace',
})
