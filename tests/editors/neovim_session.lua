-- What a user does in Neovim with the example shop. Prints a line for every check; the exit code counts those that fail.
-- Environment: SQLREVIEW_PLUGIN (the plugin), SQLREVIEW_SHOP (a copy of the shop), SQLREVIEW_PYTHON (runs the server).
local shop, failures, seconds = vim.env.SQLREVIEW_SHOP, 0, 60
local cmd = { vim.env.SQLREVIEW_PYTHON, '-m', 'sqlreview', 'lsp' }
local is_new = vim.fn.has('nvim-0.11') == 1

vim.opt.runtimepath:prepend(vim.env.SQLREVIEW_PLUGIN)
vim.opt.swapfile = false
vim.cmd('filetype on | runtime! plugin/sqlreview.lua')
if is_new then
  vim.lsp.config('sqlreview', { cmd = cmd })
  vim.lsp.enable('sqlreview')
else
  require('sqlreview').setup({ cmd = cmd })
end

local function check(name, run)
  local good, problem = pcall(run)
  failures = failures + (good and 0 or 1)
  io.stdout:write((good and 'ok      ' or 'FAILED  ') .. name .. (good and '' or ': ' .. tostring(problem)) .. '\n')
end

local function wait(what, condition)
  if not vim.wait(seconds * 1000, condition, 20) then
    local there = vim.tbl_map(function(item)
      return item.lnum .. ' ' .. tostring(item.code)
    end, vim.diagnostic.get(0))
    error('waited in vain for ' .. what .. '; there are: ' .. table.concat(there, ', '))
  end
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(shop .. '/' .. name))
  return vim.api.nvim_get_current_buf()
end

local function found(rule, line)
  for _, item in ipairs(vim.diagnostic.get(0)) do
    if item.code == rule and (not line or item.lnum == line) then
      return item
    end
  end
end

local function wait_for(rule, line)
  wait(rule, function()
    return found(rule, line)
  end)
  return found(rule, line)
end

local function wait_without(rule, line)
  wait('the end of ' .. rule, function()
    return not found(rule, line)
  end)
end

local function text_of(item)
  return vim.api.nvim_buf_get_text(0, item.lnum, item.col, item.end_lnum, item.end_col, {})[1]
end

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function client()
  return require('sqlreview').client()
end

local function ask(method, parameters)
  local one = client()
  local answer
  if is_new then
    answer = one:request_sync(method, parameters, seconds * 1000, 0)
  else
    answer = one.request_sync(method, parameters, seconds * 1000, 0)
  end
  assert(answer and not answer.err, vim.inspect(answer))
  return answer.result
end

local function hover(line, column)
  vim.api.nvim_win_set_cursor(0, { line + 1, column })
  local place = vim.lsp.util.make_position_params(0, client().offset_encoding)
  return ask('textDocument/hover', place).contents.value
end

local function act(item, title)
  vim.api.nvim_win_set_cursor(0, { item.lnum + 1, item.col })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title:find(title, 1, true) ~= nil
    end,
  })
end

check('findings of a migration stand at their lines', function()
  open('migrations/0003_indexes.sql')
  assert(vim.bo.filetype == 'sql')
  local item = wait_for('locks/blocking-index-build', 1)
  assert(item.col == 0 and item.source == 'sqlreview', vim.inspect(item))
  assert(item.message:find('SHARE', 1, true), item.message)
end)

check('columns are right behind an emoji and a tab', function()
  vim.fn.writefile({ "SELECT '😀',\t* FROM orders;" }, shop .. '/queries/emoji.sql')
  open('queries/emoji.sql')
  local item = wait_for('queries/select-star')
  assert(text_of(item) == '*', text_of(item))
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { '/* 😀 */ SELECT 😀.id FROM orders AS 😀;', '' })
  wait_for('queries/select-star', 2)
  assert(text_of(found('queries/select-star', 2)) == '*')
  vim.cmd('edit!')
end)

check('hover tells the impact of a statement and the table', function()
  open('migrations/0003_indexes.sql')
  wait_for('locks/blocking-index-build', 1)
  assert(hover(1, 0):find('**Impact**', 1, true))
  local column = lines():match('\n([^\n]*)'):find('orders %(')
  assert(hover(1, column):find('CREATE TABLE orders', 1, true))
end)

check('a quick fix is applied and its finding is gone', function()
  open('queries/orders.sql')
  local item = wait_for('docs/unused-suppression')
  local before = lines()
  act(item, 'Remove the comment')
  wait('the edit', function()
    return lines() ~= before
  end)
  wait_without('docs/unused-suppression')
  vim.cmd('edit!')
  wait_for('docs/unused-suppression')
end)

check('a fix that takes a migration creates its file, and clears the finding of the other file', function()
  open('migrations/0002_reviews.sql')
  local item = wait_for('indexes/unindexed-foreign-key')
  act(item, 'Create the index in a migration')
  wait('the file', function()
    return #vim.fn.glob(shop .. '/migrations/0008_*.sql', true, true) == 1
      or vim.fn.bufnr('0008_create_reviews_customer_id_idx.sql') > 0
  end)
  local created = vim.fn.bufnr('0008_create_reviews_customer_id_idx.sql')
  assert(created > 0, 'no buffer of the new migration')
  wait('its text', function()
    return table.concat(vim.api.nvim_buf_get_lines(created, 0, -1, false), '\n'):find('CREATE INDEX CONCURRENTLY', 1, true)
  end)
  vim.api.nvim_buf_call(created, function()
    vim.cmd('silent write! | edit')
  end)
  open('migrations/0002_reviews.sql')
  wait_without('indexes/unindexed-foreign-key')
end)

check('an ignore comment silences a finding', function()
  open('queries/orders.sql')
  local item = wait_for('queries/select-star', 1)
  act(item, 'Ignore queries/select-star for this line')
  wait('the comment', function()
    return lines():find('ignore[queries/select-star]', 1, true)
  end)
  wait('silence', function()
    local star = found('queries/select-star')
    return not star
  end)
  vim.cmd('edit!')
  wait_for('queries/select-star', 1)
end)

check('a configuration takes effect when the file is written', function()
  open('queries/orders.sql')
  wait_for('queries/select-star', 1)
  vim.fn.writefile({ 'ignore = ["queries/select-star"]' }, shop .. '/sqlreview.toml')
  vim.cmd('silent write!')
  wait_without('queries/select-star')
  vim.fn.delete(shop .. '/sqlreview.toml')
  vim.cmd('silent write!')
  wait_for('queries/select-star', 1)
end)

check('settings take effect', function()
  local settings = { sqlreview = { configuration = { ignore = { 'queries' } } } }
  if is_new then
    client():notify('workspace/didChangeConfiguration', { settings = settings })
  else
    client().notify('workspace/didChangeConfiguration', { settings = settings })
  end
  wait_without('queries/select-star')
end)

local function clients_of(buffer)
  local list = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.get_active_clients({ bufnr = buffer })
  return #list
end

check('a configuration file is checked, completed and explained, and holds once it is written', function()
  vim.fn.writefile({ 'selct = []' }, shop .. '/sqlreview.toml')
  open('sqlreview.toml')
  assert(vim.bo.filetype == 'toml')
  local item = wait_for('configuration', 0)
  assert(text_of(item) == 'selct', text_of(item))
  assert(item.message:find('did you mean `select`', 1, true), item.message)
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { '# 😀', 'ignore = ["queries/select-st"]' })
  wait_for('configuration', 1)
  vim.api.nvim_win_set_cursor(0, { 2, #'ignore = ["queries/select-st' })
  local place = vim.lsp.util.make_position_params(0, client().offset_encoding)
  local items = ask('textDocument/completion', place).items
  local star = vim.tbl_filter(function(one)
    return one.label == 'queries/select-star'
  end, items)[1]
  assert(star and #items < 10, vim.inspect(items))
  assert(ask('completionItem/resolve', star).documentation.value:find('**Why:**', 1, true))
  vim.lsp.util.apply_text_edits({ star.textEdit }, vim.api.nvim_get_current_buf(), client().offset_encoding)
  assert(lines():find('ignore = ["queries/select-star"]', 1, true), lines())
  wait_without('configuration')
  assert(hover(1, 0):find('Rules or packs to leave out', 1, true))
  vim.cmd('silent write!')
  open('queries/orders.sql')
  wait_without('queries/select-star')
  vim.fn.delete(shop .. '/sqlreview.toml')
  vim.cmd('silent write!')
end)

check('other TOML files are left alone', function()
  for name, text in pairs({ ['other.toml'] = 'selct = []', ['pyproject.toml'] = '[project]' }) do
    vim.fn.writefile({ text }, shop .. '/' .. name)
    local buffer = open(name)
    vim.wait(300)
    assert(vim.bo.filetype == 'toml' and clients_of(buffer) == 0, name)
    vim.fn.delete(shop .. '/' .. name)
  end
end)

check(':SqlReview shows impact, schema, rules and one rule', function()
  for arguments, expected in pairs({
    impact = 'who waits',
    schema = 'erDiagram',
    rules = 'locks/set-not-null-scan',
    ['rules locks/set-not-null-scan'] = 'set-not-null-scan',
  }) do
    open('migrations/0006_clean_up.sql')
    wait('a client', client)
    local windows = #vim.api.nvim_list_wins()
    vim.cmd('SqlReview ' .. arguments)
    wait('the window of ' .. arguments, function()
      return #vim.api.nvim_list_wins() > windows
    end)
    assert(lines():find(expected, 1, true), arguments .. ' shows ' .. lines():sub(1, 200))
    vim.cmd('close')
  end
end)

check('after a crash the server starts again with the next file', function()
  open('migrations/0003_indexes.sql')
  wait_for('locks/blocking-index-build', 1)
  local before = client().id
  local own = vim.fn.getpid()
  local children = vim.fn.systemlist('ps -o pid= --ppid ' .. own)
  for _, pid in ipairs(children) do
    local line = vim.fn.system('ps -o args= -p ' .. vim.trim(pid))
    if line:find('sqlreview', 1, true) then
      vim.fn.system('kill -9 ' .. vim.trim(pid))
    end
  end
  wait('the crash', function()
    return client() == nil
  end)
  vim.cmd('edit')
  wait('another server', function()
    return client() and client().id ~= before
  end)
  wait_for('locks/blocking-index-build', 1)
end)

check(':checkhealth finds the server', function()
  vim.cmd('silent checkhealth sqlreview')
  assert(lines():find('A server is running for', 1, true), lines())
  assert(not lines():find('ERROR', 1, true), lines())
  vim.cmd('bwipeout!')
end)

local get = vim.lsp.get_clients or vim.lsp.get_active_clients
for _, one in ipairs(get()) do
  if is_new then
    one:stop()
  else
    one.stop()
  end
end
vim.wait(5000, function()
  return #get() == 0
end, 20)
io.stdout:write(failures == 0 and 'all passed\n' or failures .. ' failed\n')
vim.cmd(failures == 0 and 'qall!' or 'cquit!')
